import { App } from "./app.js";
import { makeEngine } from "./naqi-engine.js";
import { installOffline } from "./offline.js";

const app = new App(makeEngine());
document.body.append(...app.nodes);
void installOffline(() => app.offlineReady());
