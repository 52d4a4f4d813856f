# One file for every program: --build-arg SERVICE=services/auth (or any other folder below services/,
# or storefront) and --target=dev (sources, live update) or --target=prod (bundle).
ARG BUN_IMAGE=oven/bun:1.4.5-alpine

# Packages come before SERVICE is known, so all images share this layer.
FROM ${BUN_IMAGE} AS packages
RUN mkdir /repo && chown 1000:1000 /repo
USER 1000:1000
WORKDIR /repo
RUN mkdir -p shared storefront services/auth services/cart services/notifications services/orders \
  services/payments services/products services/stripe-sandbox
COPY --chown=1000:1000 package.json bun.lock bunfig.toml tsconfig.json ./
COPY --chown=1000:1000 shared/package.json shared/
COPY --chown=1000:1000 storefront/package.json storefront/
COPY --chown=1000:1000 services/auth/package.json services/auth/
COPY --chown=1000:1000 services/cart/package.json services/cart/
COPY --chown=1000:1000 services/notifications/package.json services/notifications/
COPY --chown=1000:1000 services/orders/package.json services/orders/
COPY --chown=1000:1000 services/payments/package.json services/payments/
COPY --chown=1000:1000 services/products/package.json services/products/
COPY --chown=1000:1000 services/stripe-sandbox/package.json services/stripe-sandbox/
# The root's own packages are linters and type checkers.
RUN BUN_INSTALL_CACHE_DIR=/tmp/packages bun install --frozen-lockfile --filter '!shop' && \
  rm -rf /tmp/packages

FROM packages AS sources
ARG SERVICE
COPY --chown=1000:1000 shared /repo/shared
COPY --chown=1000:1000 ${SERVICE} /repo/${SERVICE}
WORKDIR /repo/${SERVICE}

# Its user owns the sources, so that changed files can be put into a running container.
FROM sources AS dev
CMD ["bun", "--watch", "--no-clear-screen", "src/main.ts"]

# A service's programs are bundled whole; sharp's native library cannot be, so it goes beside them,
# and is loaded once here: in the shop it would be missed by the first picture only.
FROM sources AS build
RUN if [ -e server/build.ts ]; then bun server/build.ts; else \
    bun build --target=bun --minify --external sharp --outdir build \
    $(ls src/main.ts src/republish.ts src/grant-admin.ts 2>/dev/null); fi
RUN if [ -e node_modules/sharp ]; then \
    cp -RL "$(dirname "$(readlink -f node_modules/sharp)")" build/node_modules && \
    rm -rf build/node_modules/@types build/node_modules/.bin && \
    bun --eval 'require("./build/node_modules/sharp")'; fi

# bunfig.toml keeps Bun from installing what a bundle's optional imports name.
FROM ${BUN_IMAGE} AS prod
ARG SERVICE
WORKDIR /app
COPY bunfig.toml ./
COPY --from=build /repo/${SERVICE}/build ./build
USER 65532:65532
CMD ["bun", "build/main.js"]
