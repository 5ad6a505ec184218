import { loadSettings, onSettings } from "../settings.js";
import { ReaderApp } from "./app.js";
import { onRequest } from "./request.js";

const app = new ReaderApp(await loadSettings());
document.body.append(...app.nodes);
onSettings((settings) => app.apply(settings));
await onRequest((tab) => void app.reading.read(tab));
