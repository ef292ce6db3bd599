import type { Route } from "./call.ts";

export type Routed =
  | { readonly kind: "found"; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: "wrong-method" }
  | { readonly kind: "unknown" };

/** Finds the route of a path such as `/channels/1/messages`; the first that fits wins, literals before parameters. */
export function routerOf(routes: readonly Route[]): (method: string, path: string) => Routed {
  const compiled = routes
    .map((route) => ({ route, pattern: patternOf(route.path) }))
    .toSorted((a, b) => holes(a.route) - holes(b.route));
  return (method, path) => {
    const fitting = compiled.flatMap(({ route, pattern }) => {
      const match = pattern.exec(path);
      return match === null ? [] : [{ route, params: decoded(match.groups ?? {}) }];
    });
    const found = fitting.find(({ route }) => route.method === method);
    if (found !== undefined) return { kind: "found", ...found };
    return { kind: fitting.length > 0 ? "wrong-method" : "unknown" };
  };
}

/** How faults, rates and records name a route: `POST /channels/:channel/messages`. */
export function nameOf(route: Route): string {
  return `${route.method} ${route.path}`;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll("@", "\\@").replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}$`);
}

function holes(route: Route): number {
  return route.path.split(":").length;
}

function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(groups).map(([key, value]) => [key, decodeURIComponent(value)]));
}
