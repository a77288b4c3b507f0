import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { cannotMount, smallDisk } from '../../../fixtures/small-disk.ts';
import { createPractice, details, openClinic, passphrase } from '../clinic.ts';

const failing = (code: string) => ({ data: { code } });

test('a full disk opens the rescue to nobody; on a nearly full one records are read, and nothing is written', async ({ skip }) => {
  const disk = smallDisk(48 * 1024 * 1024);
  if (disk === null) return skip(cannotMount);
  const clinic = await openClinic('port', { dataFolder: disk.folder });
  try {
    const { person } = await createPractice(clinic);
    const patient = await clinic.client.patients.create({ details, idempotencyId: randomUUID() });
    const client = await clinic.restart();
    disk.fillTo(0);
    const unlock = () => client.session.unlock({ personId: person.id, passphrase });
    await expect(unlock()).rejects.toMatchObject(failing('disk-full'));
    await expect(client.rescue.list({ folder: '' })).rejects.toMatchObject(failing('not-allowed'));
    disk.empty();
    disk.fillTo(8 * 1024 * 1024);
    expect(await unlock()).toMatchObject({ state: 'unlocked', patients: 1 });
    expect(await client.patients.open({ patientId: patient.id })).toMatchObject({ familyName: 'Nordmann' });
    const another = client.patients.create({ details: { ...details, givenName: 'Liv' }, idempotencyId: randomUUID() });
    await expect(another).rejects.toMatchObject(failing('disk-full'));
    disk.empty();
    await client.patients.create({ details: { ...details, givenName: 'Liv' }, idempotencyId: randomUUID() });
  } finally {
    await clinic.close();
    disk.remove();
  }
});
