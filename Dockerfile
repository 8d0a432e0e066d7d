# A small image that serves the finished site at port 8080 below /icewall/: `docker build -t icewall .`,
# then `docker run --rm -p 8080:8080 icewall`. What builds it stays behind.

FROM node:22-bookworm-slim AS node

FROM rust:1-bookworm AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /icewall
ENV ICEWALL_CACHE=/cache
COPY . .
# The tools, and what cargo has built, are kept from one build to the next.
RUN --mount=type=cache,target=/cache \
    --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/icewall/target \
    cargo xtask dist && node docker/compress.mjs dist

FROM alpine:3.22
RUN apk add --no-cache nginx nginx-mod-http-brotli && install -d -o nginx -g nginx /srv/run
COPY docker/nginx.conf /etc/nginx/nginx.conf
COPY docker/brotli /etc/nginx/brotli
COPY --from=build /icewall/dist /srv/www/icewall
USER nginx
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s CMD wget -q -O /dev/null http://127.0.0.1:8080/health
ENTRYPOINT ["nginx", "-g", "daemon off;"]
