import { healthPath } from '../serve/answer.ts';
import { nginxConfig } from './nginx.ts';

/**
 * The configuration of an nginx in front of `npm start`, by file. It keeps answers on its disk and asks again, with their ETag,
 * after a second; while `npm start` or the store behind it is away, it sends what it has.
 *
 * @param origin Where `npm start` listens, such as `http://127.0.0.1:3000`.
 * @param listen Where nginx listens.
 */
export function proxyConfig(origin: string, listen: string): Record<string, string> {
  return {
    'standfirst-http.conf': inHttp,
    'standfirst-server.conf': inServer(origin),
    'nginx.conf': nginxConfig(listen),
  };
}

const madeBy = '# Made by npm run hosts.';

const inHttp = `${madeBy}
# For http { }, as in /etc/nginx/conf.d/.
proxy_cache_path /tmp/standfirst-answers levels=1:2 keys_zone=standfirst:50m max_size=10g inactive=30d use_temp_path=off;
# Few forms of a file, whatever browsers write.
map $http_accept_encoding $standfirst_encoding {
  default "";
  "~*\\bbr\\b" "br";
  "~*\\bgzip\\b" "gzip";
}
`;

function inServer(origin: string): string {
  return `${madeBy}
# For server { }, which says where to listen.
server_tokens off;
client_max_body_size 1k;
client_header_timeout 10s;
client_body_timeout 10s;
send_timeout 30s;
location / {
  proxy_pass ${origin};
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  proxy_set_header Host $host;
  proxy_set_header Accept-Encoding $standfirst_encoding;
  proxy_connect_timeout 2s;
  proxy_read_timeout 15s;
  proxy_cache standfirst;
  proxy_cache_key "$request_uri $standfirst_encoding";
  proxy_cache_lock on;
  # Everything is looked up again after a second: what readers and CDNs may keep is in its own headers.
  proxy_ignore_headers Cache-Control Expires Vary;
  proxy_cache_valid 200 301 302 404 1s;
  proxy_cache_revalidate on;
  proxy_cache_use_stale error timeout http_500 http_502 http_503 http_504;
}
location = ${healthPath} { proxy_pass ${origin}; }
`;
}
