"""Where the bytes of a capture lie on disk: `captures/ab/abcdef…`, named by their hash, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from habeas.errors import RecordError


def keep(folder: Path, content: bytes) -> str:
    """Store the bytes and return their id, `sha256:` and the hash. What is there already is left as it is."""
    name = hashlib.sha256(content).hexdigest()
    path = _path(folder, name)
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = path.with_name(f"{name}.{os.getpid()}.part")
        try:
            with os.fdopen(os.open(part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise RecordError(f"{path}: cannot be written: {error.strerror}.", next_step="Check free space and permissions.") from error
    return f"sha256:{name}"


def read_capture(folder: Path, capture: str) -> bytes:
    """The bytes of a capture. Raises RecordError if they are not there."""
    path = _path(folder, capture.removeprefix("sha256:"))
    try:
        return path.read_bytes()
    except OSError as error:
        raise RecordError(
            f"{capture}: its bytes cannot be read: {error.strerror}.", next_step="Restore captures/ from a backup."
        ) from error


def fault_of(folder: Path, capture: str) -> str | None:
    """What is wrong with a capture's bytes on disk; None if they are the bytes that were received."""
    name = capture.removeprefix("sha256:")
    try:
        content = _path(folder, name).read_bytes()
    except OSError as error:
        return f"its bytes cannot be read: {error.strerror}."
    return None if hashlib.sha256(content).hexdigest() == name else "its bytes were changed."


def _path(folder: Path, name: str) -> Path:
    return folder / "captures" / name[:2] / name
