# syntax=docker/dockerfile:1
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig*.json ./
COPY src ./src
COPY adapters ./adapters
RUN npx tsc -p tsconfig.build.json

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY --from=build /app/dist ./dist
COPY kb ./kb
RUN mkdir /data && chown node:node /data
USER node
# The only place that is written; everything else may be read-only: docker run --read-only --cap-drop ALL -v kms:/data …
VOLUME /data
ENV KMS_DATA=/data KMS_CACHE=/data/cache KMS_PORT=8080 NODE_COMPILE_CACHE=/data/compile-cache
HEALTHCHECK --interval=15s --timeout=4s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.KMS_PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# SIGTERM: what is under way is finished within 25 s, so give it 30: docker stop --time 30.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "dist/src/main.js"]
