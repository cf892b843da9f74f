// The map that can be moved. The page draws one that cannot, and keeps it where the browser has no WebGL.
// It is a megabyte to read, so it is asked for only where it can draw.
let maplibre = null;
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
let shown = null;

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(["sea", "land", "coast", "held", "card", "ink"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function style(points, locale) {
  const ink = colours();
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: "/basemap", attribution: "Natural Earth" },
      places: { type: "geojson", data: points, cluster: true, clusterRadius: 46, clusterMaxZoom: 9,
        clusterProperties: { number: ["+", ["get", "number"]] } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink.land } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": ink.coast, "line-width": 0.8 } },
      { id: "places", type: "circle", source: "places", paint: {
        "circle-color": ink.held, "circle-opacity": 0.6, "circle-stroke-color": ink.held, "circle-stroke-width": 1.2,
        "circle-radius": ["min", 24, ["+", 5, ["*", 2.2, ["ln", ["get", "number"]]]]] } },
      { id: "numbers", type: "symbol", source: "places", filter: [">", ["get", "number"], 1],
        layout: { "text-field": ["number-format", ["get", "number"], { locale }], "text-size": 12, "text-font": ["sans-serif"], "symbol-sort-key": ["-", ["get", "number"]] },
        paint: { "text-color": ink.ink, "text-halo-color": ink.card, "text-halo-width": 1.4 } },
      { id: "names", type: "symbol", source: "places", filter: ["!", ["has", "point_count"]],
        layout: { "text-field": ["get", "short"], "text-size": 12, "text-font": ["sans-serif"], "text-optional": true,
          "text-variable-anchor": ["left", "right", "top", "bottom"], "text-radial-offset": 1.1, "symbol-sort-key": ["-", ["get", "number"]] },
        paint: { "text-color": ink.ink, "text-halo-color": ink.land, "text-halo-width": 1.6 } },
    ],
  };
}

function bounds(points) {
  const box = new maplibre.LngLatBounds();
  points.features.forEach((each) => box.extend(each.geometry.coordinates));
  return box;
}

function card(properties) {
  const box = document.createElement("div");
  const link = document.createElement("a");
  link.href = properties.href;
  link.textContent = properties.title;
  box.append(properties.name, document.createElement("br"), link);
  return box;
}

async function draw(figure) {
  const answer = await fetch(figure.dataset.points, { headers: { Accept: "application/geo+json" } });
  const points = await answer.json();
  if (!points.features.length || !figure.isConnected) return;
  const box = figure.querySelector(".moving");
  box.hidden = false;
  const map = new maplibre.Map({
    container: box, style: style(points, figure.dataset.locale), bounds: bounds(points), attributionControl: { compact: false },
    fitBoundsOptions: { padding: 40, maxZoom: 7 }, maxZoom: 12, dragRotate: false, pitchWithRotate: false,
    fadeDuration: still ? 0 : 200, locale: { "Map.Title": figure.dataset.title },
    cooperativeGestures: false, scrollZoom: false,
  });
  map.addControl(new maplibre.NavigationControl({ showCompass: false }));
  map.touchZoomRotate.disableRotation();
  map.on("click", "places", async (event) => {
    const [feature] = event.features;
    const at = feature.geometry.coordinates;
    if (feature.properties.cluster) {
      const zoom = await map.getSource("places").getClusterExpansionZoom(feature.properties.cluster_id);
      map.easeTo({ center: at, zoom, animate: !still });
    } else {
      new maplibre.Popup({ closeButton: true }).setLngLat(at).setDOMContent(card(feature.properties)).addTo(map);
    }
  });
  map.on("mouseenter", "places", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "places", () => { map.getCanvas().style.cursor = ""; });
  map.once("idle", () => { figure.querySelector("svg").setAttribute("hidden", ""); figure.dataset.ready = "yes"; });
  shown?.remove();
  shown = map;
}

async function start() {
  const figure = document.querySelector("figure.map[data-points]");
  if (figure && !figure.dataset.started) {
    figure.dataset.started = "yes";
    if (!maplibre) {
      maplibre = await import("/static/maplibre/maplibre-gl.mjs");
      maplibre.setWorkerUrl("/static/maplibre/maplibre-gl-worker.mjs");
    }
    draw(figure);
  }
}

if (document.createElement("canvas").getContext("webgl2")) {
  start();
  document.addEventListener("htmx:afterSettle", start);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (shown) document.querySelector("figure.map[data-points]")?.removeAttribute("data-started"), start();
  });
}
