// Ties as a drawing. The lists below it say the same in words; without this file they stand alone.
import cytoscape from "/static/cytoscape/cytoscape.esm.min.mjs";

const box = document.querySelector("[data-network]");
const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

if (box) {
  const elements = await (await fetch(box.dataset.network)).json();
  if (elements.nodes.length > 1) {
    box.hidden = false;
    // The library would write a style element, which the page's policy forbids; page.css says what it would say.
    document.head.append(Object.assign(document.createElement("meta"), { id: "__________cytoscape_stylesheet" }));
    const drawn = cytoscape({
      container: box, elements, minZoom: 0.3, maxZoom: 1, userZoomingEnabled: false,
      // Whose page it is stands in the middle, and all others in one ring, so that no line runs through a name.
      layout: { name: "concentric", animate: false, padding: 30, minNodeSpacing: 70, startAngle: Math.PI / 5, nodeDimensionsIncludeLabels: true,
        concentric: (node) => (node.data("why") === "self" ? 2 : 1), levelWidth: () => 1 },
      style: [
        { selector: "node", style: { label: "data(label)", color: ink("ink"), "font-size": 14, "text-wrap": "wrap", "text-max-width": 130,
          "text-background-color": ink("card"), "text-background-opacity": 0.85, "text-valign": "bottom", "text-margin-y": 4, width: 16, height: 16, "background-color": ink("link"), "border-width": 1, "border-color": ink("ink") } },
        { selector: "node[kind = 'group']", style: { shape: "round-rectangle", "background-color": ink("held") } },
        { selector: "node[why = 'self']", style: { width: 26, height: 26, "font-weight": 700 } },
        { selector: "edge", style: { width: "data(weight)", "line-color": ink("aside"), "curve-style": "bezier" } },
        { selector: "edge[kind = 'stated']", style: { "line-color": ink("soft"), "target-arrow-color": ink("soft"), "target-arrow-shape": "triangle",
          label: "data(label)", "font-size": 12, color: ink("soft"), "text-background-color": ink("paper"), "text-background-opacity": 0.9 } },
      ],
    });
    drawn.on("tap", "node", (event) => { if (event.target.data("href")) location.href = event.target.data("href"); });
    box.dataset.ready = "yes";
  }
}
