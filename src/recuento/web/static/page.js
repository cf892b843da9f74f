"use strict";
// The page works without this file. It adds keys, and asks for a day as soon as one is chosen.
(() => {
  document.documentElement.classList.add("scripted");
  // Where letters are typed: a box that is ticked takes none, and keeps no key from leading on.
  const text = (node) => node.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

  document.addEventListener("change", (event) => {
    const form = event.target.closest(".asof");
    if (form) form.requestSubmit();
  });

  // A day chosen before this file had come is asked for now.
  const early = [...document.querySelectorAll(".asof input")].find((day) => day.checked && !day.defaultChecked);
  if (early) early.form.requestSubmit();

  const items = () => [...document.querySelectorAll(".beside li[data-claim], .list tbody tr, .tally .claims .claim")];
  let at = -1;
  let leads = false; // "g" was pressed: the next key says where to go

  function go(step) {
    const all = items();
    if (!all.length) return;
    all[at]?.classList.remove("at");
    document.querySelectorAll("mark.at").forEach((mark) => mark.classList.remove("at"));
    at = Math.max(0, Math.min(all.length - 1, at + step));
    const item = all[at];
    item.classList.add("at");
    const claim = item.dataset.claim;
    const marks = claim ? document.querySelectorAll(`mark[data-claims~="${CSS.escape(claim)}"]`) : [];
    marks.forEach((mark) => mark.classList.add("at"));
    (marks[0] ?? item).scrollIntoView({ block: "center" });
    item.querySelector("a")?.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || text(event.target)) return;
    const press = (where) => document.querySelector(where)?.click();
    if (keys.open || !wish.checked) return;
    if (event.key === "?") { keys.showModal(); event.preventDefault(); return; }
    if (leads) {
      leads = false;
      const to = { i: "/incidents", r: "/review", a: "/actors", d: "/log" }[event.key];
      if (to) { location.href = to; event.preventDefault(); return; }
    }
    if (event.key === "g") { leads = true; return; }
    const verdict = { s: "same", d: "different", n: "unsure" }[event.key];
    if (location.pathname === "/review/joins" && (verdict || "jku".includes(event.key))) {
      const name = document.querySelector("form.judge input[name=by]");
      if (event.key === "j") press("a[rel=next]");
      else if (event.key === "k") press("a[rel=prev]");
      else if (event.key === "u") press("a.undo");
      else if (name?.value.trim()) press(`form.judge button[value=${verdict}]`);
      else name?.focus();
      event.preventDefault();
    } else if (location.pathname === "/review" && "jkacxu".includes(event.key)) {
      const name = document.querySelector(".reviewing form.accept input[name=by]");
      if (event.key === "j") press("a[rel=next]");
      else if (event.key === "k") press("a[rel=prev]");
      else if (event.key === "u") press("a.undo");
      else if (event.key === "c") document.querySelector("form.correct input[name=value]")?.focus();
      else if (event.key === "x") {
        const claim = document.querySelector(".claim details.decide");
        if (claim) { claim.open = true; claim.querySelector("input[name=why]").focus(); }
      } else if (event.key === "a" && name) {
        if (name.value.trim()) name.form.requestSubmit();
        else name.focus();
      }
      event.preventDefault();
    } else if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") { document.querySelector("input[name=q]")?.focus(); event.preventDefault(); }
    else if (event.key === "Enter" && at >= 0) {
      const home = items()[at]?.querySelector(".home, .go, .open");
      if (home) { home.click(); event.preventDefault(); }
    }
  });
  const chosen = document.querySelector(".asof input:checked")?.closest("label");
  if (chosen) chosen.parentElement.scrollLeft = chosen.offsetLeft - chosen.parentElement.clientWidth / 2;

  const keys = document.getElementById("keys");
  const wish = document.getElementById("keys-on");
  wish.checked = localStorage.getItem("recuento_keys") !== "off";
  wish.addEventListener("change", () => localStorage.setItem("recuento_keys", wish.checked ? "on" : "off"));
  document.querySelector("[data-keys]").addEventListener("click", () => keys.showModal());
  document.querySelector("[data-close]").addEventListener("click", () => keys.close());
  document.addEventListener("htmx:afterSwap", () => { at = -1; });
})();
