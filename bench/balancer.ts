import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';

/** Hands each request to the next of some servers, as a load balancer would. */
export async function startBalancer(port: number, targets: readonly number[]): Promise<Server> {
  let turn = 0;
  const server = createServer((asked, answer) => {
    const target = targets[(turn += 1) % targets.length];
    const { method, url, headers } = asked;
    const onward = request(
      { host: 'localhost', port: target, method, path: url, headers },
      (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      },
    );
    onward.on('error', () => answer.destroy());
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  });
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return server;
}
