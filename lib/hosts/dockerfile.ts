/** The port on which the container listens: one that needs no privileges. */
export const containerPort = 8080;

/** The folder of the site in the image. */
export const containerFolder = '/srv/site';

/** A Dockerfile for a folder with the site and nginx's configuration: nginx runs unprivileged, and only `/tmp` must be writable. */
export function dockerfile(): string {
  return `# Made by npm run hosts. Build and run it in this folder:
#   docker build -t news .
#   docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges -p ${containerPort}:${containerPort} news
FROM debian:bookworm-slim
RUN apt-get update \\
  && apt-get install -y --no-install-recommends nginx-light libnginx-mod-http-brotli-static \\
  && rm -rf /var/lib/apt/lists/*
COPY nginx.conf standfirst-http.conf standfirst-server.conf /etc/standfirst/
COPY site ${containerFolder}
USER www-data
EXPOSE ${containerPort}
STOPSIGNAL SIGQUIT
ENTRYPOINT ["nginx", "-c", "/etc/standfirst/nginx.conf", "-e", "stderr", "-g", "daemon off;"]
`;
}
