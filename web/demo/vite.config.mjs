import { offline, policy } from "../plugins.mjs";

export default {
  // Relative addresses: the build works under any path.
  base: "./",
  root: import.meta.dirname,
  plugins: [policy(), offline()],
  worker: { format: "es" },
  server: { fs: { allow: ["../.."] } },
  build: { target: ["chrome123", "firefox128", "safari17.5"], modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: false },
};
