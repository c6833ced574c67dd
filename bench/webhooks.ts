import { once } from 'node:events';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 50 });

/** Says what MX would of a member whose bank asks something, and tells how it was answered. */
export async function sendWebhook(port: number, user: string, member: string): Promise<number> {
  const call = request({
    agent,
    host: '127.0.0.1',
    port,
    method: 'POST',
    path: '/webhooks',
    headers: { 'content-type': 'application/json' },
  });
  call.end(
    JSON.stringify({
      type: 'CONNECTION_STATUS',
      action: 'CHANGED',
      connection_status: 'CHALLENGED',
      connection_status_id: 3,
      member_guid: member,
      user_guid: user,
    }),
  );
  const [response] = await once(call, 'response');
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

export const closeWebhooks = (): void => agent.destroy();
