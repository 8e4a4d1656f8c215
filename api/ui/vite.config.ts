// The pages are served at /ui/ and by the root, and load nothing from elsewhere.
import { defineConfig } from "vite";

export default defineConfig({
  base: "/ui/",
  build: {
    target: "es2022",
    assetsInlineLimit: 0, // the Content-Security-Policy allows no data: scripts or workers
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
  worker: { format: "es" },
});
