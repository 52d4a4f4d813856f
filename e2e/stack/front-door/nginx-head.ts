/** Settings of the nginx process. */
export interface NginxProcess {
  /** Whether nginx runs as root, and so can read folders that only root may read. */
  asRoot: boolean
  folder: string
  certificate: string
  key: string
  accessLog: string
}

/** The top of the nginx.conf: process, files, timeouts and the headers for upstreams. */
export function nginxHead(door: NginxProcess): string {
  return `daemon off;
${door.asRoot ? 'user root;' : ''}
worker_processes 2;
error_log stderr error;
pid ${door.folder}/nginx.pid;
worker_rlimit_nofile 32768;
events { worker_connections 16384; }
http {
  access_log ${door.accessLog};
  server_tokens off;
  types { text/html html; }
  default_type application/octet-stream;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${door.folder}/${kind};`).join('\n  ')}
  ssl_certificate ${door.certificate};
  ssl_certificate_key ${door.key};
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_session_cache shared:tls:2m;

  # The peer is the client: what it claims of itself is not passed on.
  map $http_x_request_id $door_request_id { "~^[\\w-]{8,64}$" $http_x_request_id; default $request_id; }
  map $http_upgrade $door_connection { "" ""; default upgrade; }
  # Nobody keeps a connection by sending slowly.
  client_header_timeout 10s;
  client_body_timeout 10s;
  send_timeout 30s;
  reset_timedout_connection on;
  proxy_http_version 1.1;
  proxy_set_header Host $http_host;
  proxy_set_header Connection $door_connection;
  proxy_set_header Upgrade $http_upgrade;
  proxy_set_header X-Real-IP $remote_addr;
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_set_header X-Forwarded-Host $http_host;
  proxy_set_header X-Forwarded-Port $server_port;
  proxy_set_header Forwarded "";
  proxy_set_header X-Request-Id $door_request_id;
  proxy_buffering off;
  proxy_connect_timeout 3s;
  proxy_read_timeout 60s;`
}
