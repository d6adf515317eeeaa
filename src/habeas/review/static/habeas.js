// The pages work without this. It adds: Escape closes a value's words, words stay inside the window, a claim and its words light up together.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll(".said").forEach((said) => said.classList.add("closed"));
});

document.querySelectorAll(".said").forEach((said) => {
  const open = () => {
    said.classList.remove("closed", "leftward");
    const words = said.querySelector(".words");
    if (words.getBoundingClientRect().right > document.documentElement.clientWidth - 12) said.classList.add("leftward");
  };
  said.addEventListener("pointerenter", open);
  said.addEventListener("focusin", open);
});

const light = (numbers, on) => {
  for (const number of numbers) {
    document.querySelectorAll(`[data-claims~="${number}"], [data-claim="${number}"]`).forEach((part) => part.classList.toggle("lit", on));
  }
};

document.querySelectorAll("[data-claim], [data-claims]").forEach((part) => {
  const numbers = (part.dataset.claim || part.dataset.claims).trim().split(" ");
  for (const [name, on] of [["pointerenter", true], ["focusin", true], ["pointerleave", false], ["focusout", false]]) {
    part.addEventListener(name, () => light(numbers, on));
  }
});
