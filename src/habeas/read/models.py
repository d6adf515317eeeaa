"""The shipped weights, checked against their hashes, and the one pass that all reading shares."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from habeas.case.passage import Span
from habeas.errors import ModelError
from habeas.read.heads import HIDDEN, LINK_WIDTH, ROLES, WIDTH
from habeas.read.page_weights import PageWeights
from habeas.read.signals import Signals, as_probabilities
from habeas.read.wordpieces import WordPieces, cut_pieces, cut_windows, window_shares

WEIGHTS: Final = Path(__file__).parent / "weights"
MANIFEST: Final = "manifest.json"
PAGE: Final = "page.npz"
STATES: Final = ("middle", "last")
CLS, SEP = 101, 102  # BERT's marks at the two ends of a window
SLOWER_FUSED: Final = ["SkipLayerNormFusion"]  # as one operator an addition and a layer norm take longer on a CPU than as two
REINSTALL: Final = "Install Habeas again; if you trained weights yourself, write their manifest with `python -m training.reader`."


@dataclass(frozen=True)
class Models:
    """The reader's weights in one folder. Nothing is loaded before the first question."""

    folder: Path
    threads: int = 1

    @cached_property
    def version(self) -> str:
        """The name of these weights, for `reader` in claims."""
        return str(self._manifest["version"])

    @cached_property
    def calibration(self) -> dict[str, Any]:
        """Thresholds and curves that `training` measured for these weights."""
        return dict(json.loads(self._checked("calibration.json")))

    def signals(self, text: str, skip: Sequence[Span] = ()) -> Signals:
        """What the encoder thinks of `text`, read once in overlapping windows; the stretches in `skip` are not read."""
        pieces = cut_pieces(text, self._tokenizer, skip)
        read = self._read(pieces)
        of_link = read["links"].reshape(len(pieces), len(ROLES), 2, LINK_WIDTH)
        tables = self._tables
        return Signals(
            pieces, as_probabilities(read["heads"]), of_link[:, :, 0], of_link[:, :, 1], tables["nearness"], tables["none"],
            page=self.page, **{name: read[name] for name in self._states},
        )  # fmt: skip

    def _read(self, pieces: WordPieces) -> dict[str, Any]:
        """Each output of the network for all pieces; where two windows read one, the mean of both by their shares."""
        names = ["heads", "links", *self._states]
        windows = cut_windows(pieces.opens)
        if len(windows) == 1:  # most texts: nothing to add up
            return {name: part[0, 1:-1] for name, part in zip(names, self._session.run(names, _inputs(pieces, *windows[0])), strict=True)}
        widths = (WIDTH, 2 * len(ROLES) * LINK_WIDTH, HIDDEN, HIDDEN)
        read = {name: np.zeros((len(pieces), width), dtype=np.float32) for name, width in zip(names, widths, strict=False)}
        for (start, stop), shares in zip(windows, window_shares(windows), strict=True):
            for whole, part in zip(read.values(), self._session.run(names, _inputs(pieces, start, stop)), strict=True):
                whole[start:stop] += shares[:, None] * part[0, 1:-1]
        return read

    @cached_property
    def _states(self) -> tuple[str, ...]:
        """The states that this network gives away, for the one that sees the whole page; networks of before give none."""
        given = {output.name for output in self._session.get_outputs()}
        names = tuple(name for name in STATES if name in given)
        if self.page is not None and names != STATES:
            raise ModelError(f"{self.folder / 'reader.onnx'} does not give the states that {PAGE} needs.", next_step=REINSTALL)
        return names

    @cached_property
    def page(self) -> PageWeights | None:
        """The network that sees a whole page; None where these weights come without one."""
        if PAGE not in self._manifest.get("sha256", {}):
            return None
        with np.load(BytesIO(self._checked(PAGE)), allow_pickle=False) as stored:
            return PageWeights.of(stored)

    @cached_property
    def _manifest(self) -> dict[str, Any]:
        path = self.folder / MANIFEST
        try:
            return dict(json.loads(path.read_bytes()))
        except FileNotFoundError:
            raise ModelError(f"The reader's weights are missing: there is no {path}.", next_step=REINSTALL) from None
        except ValueError as error:
            raise ModelError(f"{path} cannot be read: {error}.", next_step=REINSTALL) from error

    def _checked(self, name: str) -> bytes:
        """The bytes of one file of the manifest, if they are the ones that it names."""
        path = self.folder / name
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            raise ModelError(f"The reader's weights are incomplete: there is no {path}.", next_step=REINSTALL) from None
        if hashlib.sha256(content).hexdigest() != self._manifest.get("sha256", {}).get(name):
            raise ModelError(f"{path} is not the file that this version of Habeas was built with.", next_step=REINSTALL)
        return content

    @cached_property
    def _tables(self) -> dict[str, Any]:
        return {name: np.array(self.calibration["links"][name], dtype=np.float32) for name in ("nearness", "none")}

    @cached_property
    def _tokenizer(self) -> Any:
        tokenizer = Tokenizer.from_buffer(self._checked("tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return tokenizer

    @cached_property
    def _session(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            self._checked("reader.onnx"), options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER_FUSED
        )


def _inputs(pieces: WordPieces, start: int, stop: int) -> dict[str, Any]:
    """The arrays that the network wants for one window."""
    out = {name: np.zeros((1, stop - start + 2), dtype=np.int64) for name in ("ids", "case", "opens", "quoted")}
    for name, array in out.items():
        array[0, 1:-1] = getattr(pieces, name)[start:stop]
    out["ids"][0, 0], out["ids"][0, -1] = CLS, SEP
    return out


@cache
def shipped_models() -> Models:
    """The weights that come with Habeas, loaded once a process."""
    return load_models()


def load_models(folder: Path = WEIGHTS, *, threads: int = 1) -> Models:
    """The models in `folder`. Loading is lazy; missing or foreign files raise ModelError at the first question."""
    return Models(folder, threads)
