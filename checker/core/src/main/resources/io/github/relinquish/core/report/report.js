"use strict";
(function () {
  const get = id => document.getElementById(id);
  const articles = Array.from(document.querySelectorAll("article"));
  const entries = new Map(Array.from(document.querySelectorAll("nav li"), li => [li.dataset.for, li]));
  const words = new Map();
  const form = get("filters");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let current = null;
  let step = -1;

  function textOf(article) {
    if (!words.has(article)) {
      words.set(article, article.textContent.toLowerCase());
    }
    return words.get(article);
  }

  function matches(article) {
    const asked = get("text").value.toLowerCase().split(/\s+/).filter(Boolean);
    return ["rule", "severity", "confidence"].every(key => !get(key).value || article.dataset[key] === get(key).value)
      && asked.every(word => textOf(article).includes(word));
  }

  function filter() {
    let shown = 0;
    for (const article of articles) {
      const visible = matches(article);
      article.hidden = !visible;
      entries.get(article.id).hidden = !visible;
      shown += visible ? 1 : 0;
    }
    get("shown").textContent = shown + " of " + articles.length + " shown";
  }

  function go(target) {
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target.tagName === "ARTICLE" ? "start" : "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  function moveFinding(by) {
    const visible = articles.filter(article => !article.hidden);
    if (visible.length === 0) {
      return;
    }
    const at = visible.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : visible.length - 1) : Math.min(visible.length - 1, Math.max(0, at + by));
    current = visible[next];
    step = -1;
    go(current);
  }

  function moveStep(by) {
    if (current === null || current.hidden) {
      moveFinding(1);
    }
    if (current === null) {
      return;
    }
    const steps = Array.from(current.querySelectorAll(".path a"), a => document.getElementById(a.hash.slice(1))).filter(Boolean);
    if (steps.length === 0) {
      return;
    }
    document.querySelectorAll(".step.now").forEach(old => old.classList.remove("now"));
    step = Math.min(steps.length - 1, Math.max(0, step + by));
    steps[step].classList.add("now");
    go(steps[step]);
  }

  const keys = { j: () => moveFinding(1), k: () => moveFinding(-1), n: () => moveStep(1), p: () => moveStep(-1), "/": () => get("text").focus() };

  document.addEventListener("keydown", event => {
    if (event.key === "Escape" && document.activeElement === get("text")) {
      get("text").blur();
    }
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) {
      return;
    }
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("focusin", event => {
    const inside = event.target.closest("article");
    if (inside && inside !== current) {
      current = inside;
      step = -1;
    }
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter, 0));
  filter();
}());
