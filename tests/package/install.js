// Packs the package as it would be published and installs it into empty projects, without a network.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const packageDir = fileURLToPath(new URL("../../bindings/js", import.meta.url));
const npm = (parameters, cwd) => execFileSync("npm", [...parameters, "--loglevel=error"], { cwd, encoding: "utf8" });

/** A folder of projects; each is made from files and has the package installed. */
export function workshop() {
  const folder = mkdtempSync(join(tmpdir(), "naqi-package-"));
  const [{ filename, files }] = JSON.parse(npm(["pack", "--json", "--ignore-scripts", "--pack-destination", folder], packageDir));
  const first = join(folder, "first");
  mkdirSync(first);
  writeFileSync(join(first, "package.json"), JSON.stringify({ name: "first", private: true, type: "module" }));
  npm(["install", "--offline", "--no-audit", "--no-fund", join(folder, filename)], first);
  return {
    files: files.map(({ path }) => path),
    installed: join(first, "node_modules/naqi"),
    tarball: join(folder, filename),
    /** `contents` is file name → text. */
    project(name, contents) {
      const path = join(folder, name);
      mkdirSync(path);
      cpSync(join(first, "node_modules"), join(path, "node_modules"), { recursive: true });
      writeFileSync(join(path, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
      for (const [file, text] of Object.entries(contents)) writeFileSync(join(path, file), text);
      return path;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
