#!/usr/bin/env node
// OP Stack devnet on loopback. `node up.mjs --bin DIR --work DIR [options]`; Ctrl-C or `node up.mjs down --work DIR` stops it.
import { spawn, execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync, readFileSync, appendFileSync, readlinkSync, openSync, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import { here, args, rig, keys as makeKeys, freePort, client, hex, until, sender } from './lib.mjs'
import { l1Genesis, l1Driver, beacon, deployL1 } from './l1.mjs'

const o = args(process.argv.slice(2), {
  bin: 'bin', work: 'devnet',
  anvil: join(here, '../node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil'),
  l1: 'anvil',               // anvil | geth
  da: 'calldata',            // calldata | blobs
  contracts: '',             // v8 = BIN/contracts-v8 (default when built) | npm = contracts-bedrock 0.17.3
  'l1-time': 2, 'l2-time': 1, 'seq-window': 20,
  'game-type': 0,            // respected by the portal and used by the proposer: 0 | 1 | 254 | 255
  'game-clock': 45, 'proof-maturity': 12, 'game-finality': 6, 'weth-delay': 6, 'proposal-interval': 15,
  'karst-at': '',            // seconds after L2 genesis; empty = Jovian is the last fork
  // flags: --until-eof (stop when stdin closes) --no-batcher --no-proposer --no-challenger --no-verifier --false-root (one game of the respected type with a wrong root)
  'stop-sequencer-after': '', // seconds after start: operator's op-node, op-geth, batcher, proposer end
})
const N = k => Number(o[k])
const work = resolve(String(o.work)), bin = n => join(resolve(String(o.bin)), n)
const file = join(work, 'devnet.json')
const log = m => console.log(`[${((Date.now() - t0) / 1000).toFixed(1)}s] ${m}`)
const t0 = Date.now()

if (o._[0] === 'down') { // ends what up.mjs started in this folder, also after up.mjs itself was killed
  const ours = pid => { try { return readlinkSync(`/proc/${pid}/cwd`) === work } catch { return false } }
  const pids = readFileSync(join(work, 'pids'), 'utf8').trim().split('\n').map(Number)
  try { process.kill(pids[0], 'SIGTERM'); await until('supervisor to end', () => { try { process.kill(pids[0], 0) } catch { return true } }, 20000) } catch (e) { if (e.code !== 'ESRCH') throw e }
  for (const pid of pids.slice(1).filter(ours)) process.kill(pid, 'SIGTERM')
  process.exit(0)
}
if (existsSync(file)) throw new Error(`${file} exists: use a new --work folder`)
for (const f of ['log', 'op-challenger']) mkdirSync(join(work, f), { recursive: true })

const newer = (o.contracts ||= existsSync(bin('contracts-v8')) ? 'v8' : 'npm') !== 'npm' && bin('contracts-' + o.contracts)
writeFileSync(join(work, 'pids'), process.pid + '\n')
const { ethers, artifact } = rig(bin('packages'), newer)
const keys = makeKeys(ethers)
const L1 = 900, L2 = 901
const batchInbox = '0xff00000000000000000000000000000000000901'
const secret = '0x' + randomBytes(32).toString('hex')
const jwtFile = join(work, 'jwt.txt')
writeFileSync(jwtFile, secret)

// ---- processes -------------------------------------------------------------------------------------------------
const procs = {} // name -> {cmd, argv, child}
function start(name, cmd, argv) {
  if (cmd) procs[name] = { cmd, argv }
  const p = procs[name]
  if (p.child && p.child.exitCode === null && p.child.signalCode === null) return p.child
  const out = openSync(join(work, 'log', name + '.log'), 'a')
  p.child = spawn(p.cmd, p.argv, { stdio: ['ignore', out, out], cwd: work })
  appendFileSync(join(work, 'pids'), p.child.pid + '\n')
  p.child.on('exit', (c, s) => { if (!p.stopping) log(`${name} ended (${c ?? s}), see ${join('log', name + '.log')}`) })
  p.stopping = false
  return p.child
}
async function stop(name) {
  const p = procs[name]
  if (!p?.child || p.child.exitCode !== null || p.child.signalCode !== null) return
  p.stopping = true
  const gone = new Promise(r => p.child.once('exit', r))
  p.child.kill('SIGINT')
  const t = setTimeout(() => p.child.kill('SIGKILL'), 8000)
  await gone; clearTimeout(t)
}
let ending = false
async function end(code = 0) {
  if (ending) return; ending = true
  for (const g of [['op-challenger', 'op-proposer', 'op-batcher'], ['op-node-seq', 'op-node-ver'], ['op-geth-seq', 'op-geth-ver'], ['l1']]) await Promise.all(g.map(stop))
  process.exit(code)
}
for (const s of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(s, () => end())
if (o['until-eof']) process.stdin.resume().on('end', () => end()) // started from Java: ends when the JVM does
process.on('unhandledRejection', e => { console.error(e); end(1) })
process.on('uncaughtException', e => { console.error(e); end(1) })

const ports = {}
for (const k of ['l1', 'l1Engine', 'beacon', 'control', 'seqGeth', 'seqEngine', 'seqNode', 'verGeth', 'verEngine', 'verNode', 'batcher', 'proposer']) ports[k] = await freePort()
const url = k => `http://127.0.0.1:${ports[k]}`
// a geth that talks to nobody; archive + hash scheme so that eth_getProof works for every block
const gethArgs = (dir, http, auth, net) => ['--datadir', dir, '--networkid', net, '--syncmode', 'full', '--gcmode', 'archive', '--state.scheme', 'hash',
  '--nodiscover', '--maxpeers', 0, '--nat', 'none', '--port', 0, '--netrestrict', '127.0.0.0/8', '--ipcdisable', '--cache', 128,
  '--http', '--http.addr', '127.0.0.1', '--http.port', ports[http], '--http.api', 'eth,net,web3,debug,txpool,admin,miner', '--http.vhosts', '*',
  '--authrpc.addr', '127.0.0.1', '--authrpc.port', ports[auth], '--authrpc.jwtsecret', jwtFile].map(String)

// ---- L1 --------------------------------------------------------------------------------------------------------
const l1Time = N('l1-time')
const genesisL1 = l1Genesis(bin('geth'), L1, Math.floor(Date.now() / 1000) - 15 * l1Time, Object.values(keys).map(k => k.address))
writeFileSync(join(work, 'l1-genesis.json'), JSON.stringify(genesisL1))
writeFileSync(join(work, 'l1-chain-config.json'), JSON.stringify(genesisL1.config))
if (o.l1 === 'geth') {
  execFileSync(bin('geth'), ['init', '--datadir', join(work, 'l1'), '--state.scheme', 'hash', join(work, 'l1-genesis.json')], { stdio: 'ignore' })
  start('l1', bin('geth'), [...gethArgs(join(work, 'l1'), 'l1', 'l1Engine', L1), '--miner.gasprice', '1', '--rpc.allow-unprotected-txs'])
} else {
  start('l1', String(o.anvil), ['--host', '127.0.0.1', '--port', ports.l1, '--chain-id', L1, '--no-mining', '--timestamp', Number(genesisL1.timestamp), '--gas-limit', 60_000_000,
    '--slots-in-an-epoch', 4, '--balance', 10000, '--hardfork', 'osaka', '--max-persisted-states', 20000].map(String))
}
await until('L1 rpc', () => client(url('l1'))('eth_chainId'), 30000, 50)
const driver = await l1Driver({ kind: o.l1, url: url('l1'), engineUrl: url('l1Engine'), secret, blockTime: l1Time })
await beacon(driver, ports.beacon)
log(`L1 ${o.l1} at ${url('l1')}`)

const delays = { proofMaturity: N('proof-maturity'), gameFinality: N('game-finality'), weth: N('weth-delay'), gameClock: N('game-clock'), clockExtension: 5,
  respectedGameType: N('game-type'),
  mipsPrestate: existsSync(bin('prestate.json')) ? JSON.parse(readFileSync(bin('prestate.json'))).witnessHash : '0x03' + '00'.repeat(30) + '01' }
const gasLimit = 60_000_000
const l1 = await deployL1({ ethers, artifact, newer, driver, keys, chainId: L1, l2ChainId: L2, delays, batchInbox, gasLimit })
const A = l1.addresses
await driver.mine()
const origin = await driver.call('eth_getBlockByNumber', 'latest', false)
log(`contracts deployed, ${l1.gas} gas, L1 block ${Number(origin.number)}`)

// ---- L2 genesis: real predeploys as of Jovian (op-core/nuts/state of the optimism module), L1 addresses patched in ------------
const alloc = JSON.parse(readFileSync(bin('l2-state/jovian_state.json')))
const slot = n => ethers.utils.hexZeroPad(hex(n), 32), word = a => ethers.utils.hexZeroPad(a, 32)
alloc['0x4200000000000000000000000000000000000007'].storage[slot(207)] = word(A.L1CrossDomainMessenger)
alloc['0x4200000000000000000000000000000000000010'].storage[slot(4)] = word(A.L1StandardBridge)
alloc['0x0000f90827f1c53a10cb7a02335b175320002935'] = genesisL1.alloc['0000f90827f1c53a10cb7a02335b175320002935'] // EIP-2935
alloc['0x000f3df6d732807ef1319fb7b8bb8522d0beac02'] = genesisL1.alloc['000f3df6d732807ef1319fb7b8bb8522d0beac02'] // EIP-4788
for (const v of Object.values(alloc)) v.balance ??= '0x0'
for (const r of ['user', 'attacker', 'other']) alloc[keys[r].address.toLowerCase()] = { balance: hex(10n ** 21n) }
const l2Time = Number(origin.timestamp)
const karst = o['karst-at'] === '' ? undefined : l2Time + N('karst-at')
const eip1559 = { eip1559Elasticity: 6, eip1559Denominator: 50, eip1559DenominatorCanyon: 250 }
const blocks = ['homestead', 'eip150', 'eip155', 'eip158', 'byzantium', 'constantinople', 'petersburg', 'istanbul', 'muirGlacier', 'berlin', 'london', 'arrowGlacier', 'grayGlacier', 'mergeNetsplit', 'bedrock']
const genesis = {
  config: { chainId: L2, ...Object.fromEntries(blocks.map(b => [b + 'Block', 0])), terminalTotalDifficulty: 0,
    shanghaiTime: 0, cancunTime: 0, pragueTime: 0, regolithTime: 0, canyonTime: 0, ecotoneTime: 0, fjordTime: 0, graniteTime: 0, holoceneTime: 0, isthmusTime: 0, jovianTime: 0,
    ...(karst && { karstTime: karst, osakaTime: karst }), optimism: eip1559 },
  nonce: '0x0', timestamp: hex(l2Time), extraData: '0x01000000fa00000006' + '00'.repeat(8), // Jovian: version 1, denominator 250, elasticity 6, min base fee 0
  gasLimit: hex(gasLimit), difficulty: '0x0', mixHash: '0x' + '00'.repeat(32), coinbase: '0x4200000000000000000000000000000000000011',
  number: '0x0', gasUsed: '0x0', parentHash: '0x' + '00'.repeat(32), baseFeePerGas: '0x3b9aca00', blobGasUsed: '0x0', excessBlobGas: '0x0', alloc,
}
writeFileSync(join(work, 'l2-genesis.json'), JSON.stringify(genesis))
const l2Geth = async (name, http, auth) => {
  execFileSync(bin('op-geth'), ['init', '--datadir', join(work, name), '--state.scheme', 'hash', join(work, 'l2-genesis.json')], { stdio: 'ignore' })
  start(name, bin('op-geth'), [...gethArgs(join(work, name), http, auth, L2), '--rollup.disabletxpoolgossip', '--rollup.superchain-upgrades=false'])
  await until(name, () => client(url(http))('eth_chainId'), 30000, 100)
}
await l2Geth('op-geth-seq', 'seqGeth', 'seqEngine')
const g0 = await client(url('seqGeth'))('eth_getBlockByNumber', '0x0', false)
const outputRoot = ethers.utils.keccak256(ethers.utils.concat(['0x' + '00'.repeat(32), g0.stateRoot, g0.withdrawalsRoot, g0.hash]))
await l1.setAnchor(outputRoot)
const rollup = {
  genesis: { l1: { hash: origin.hash, number: Number(origin.number) }, l2: { hash: g0.hash, number: 0 }, l2_time: l2Time,
    system_config: { batcherAddr: keys.batcher.address, overhead: '0x' + '00'.repeat(32), scalar: ethers.utils.hexZeroPad(hex((1n << 248n) | (810949n << 32n) | 1368n), 32),
      gasLimit, eip1559Params: '0x0000000000000000', operatorFeeParams: '0x' + '00'.repeat(32), minBaseFee: 0, daFootprintGasScalar: 0 } },
  block_time: N('l2-time'), max_sequencer_drift: 600, seq_window_size: N('seq-window'), channel_timeout: 50, l1_chain_id: L1, l2_chain_id: L2,
  ...Object.fromEntries(['regolith', 'canyon', 'delta', 'ecotone', 'fjord', 'granite', 'holocene', 'isthmus', 'jovian'].map(f => [f + '_time', 0])), ...(karst && { karst_time: karst }),
  batch_inbox_address: batchInbox, deposit_contract_address: A.OptimismPortal2, l1_system_config_address: A.SystemConfig, chain_op_config: eip1559,
}
writeFileSync(join(work, 'rollup.json'), JSON.stringify(rollup, null, 1))
driver.loop(log)

// ---- rollup programs -------------------------------------------------------------------------------------------
const node = (name, rpc, engine, extra) => start(name, bin('op-node'), ['--l1', url('l1'), '--l1.beacon', url('beacon'), '--l1.http-poll-interval', '500ms', '--l1.epoch-poll-interval', '2s',
  '--l2', url(engine), '--l2.jwt-secret', jwtFile, '--l2.enginekind', 'geth', '--rollup.config', join(work, 'rollup.json'), '--rollup.l1-chain-config', join(work, 'l1-chain-config.json'),
  '--p2p.disable', '--rpc.addr', '127.0.0.1', '--rpc.port', String(ports[rpc]), '--rpc.enable-admin', '--safedb.path', join(work, name + '-safedb'), '--verifier.l1-confs', '0',
  ...(o.l1 === 'anvil' && o.da === 'blobs' ? ['--l1.trustrpc'] : []), // anvil 1.7.1 hashes blob transactions WITH their sidecar into transactionsRoot
  ...extra])
const tx = ['--private-key', '', '--num-confirmations', '1', '--txmgr.receipt-query-interval', '500ms', '--l1-eth-rpc', url('l1')]
const withKey = k => tx.map(x => x || keys[k].key)
node('op-node-seq', 'seqNode', 'seqEngine', ['--sequencer.enabled', '--sequencer.l1-confs', '0'])
if (!o['no-verifier']) {
  await l2Geth('op-geth-ver', 'verGeth', 'verEngine')
  node('op-node-ver', 'verNode', 'verEngine', [])
}
await until('op-node', () => client(url('seqNode'))('optimism_syncStatus'), 30000)
if (!o['no-batcher']) start('op-batcher', bin('op-batcher'), [...withKey('batcher'), '--l2-eth-rpc', url('seqGeth'), '--rollup-rpc', url('seqNode'), '--poll-interval', '500ms', '--sub-safety-margin', '4',
  '--max-channel-duration', '2', '--data-availability-type', String(o.da), '--batch-type', String(o['batch-type'] ?? 1), '--throttle.unsafe-da-bytes-lower-threshold', '0', '--txmgr.cell-proof-time', '0',
  '--rpc.addr', '127.0.0.1', '--rpc.port', String(ports.batcher), '--rpc.enable-admin'])
if (!o['no-proposer']) start('op-proposer', bin('op-proposer'), [...withKey('proposer'), '--rollup-rpc', url('seqNode'), '--game-factory-address', A.DisputeGameFactory, '--game-type', String(o['game-type']),
  '--proposal-interval', N('proposal-interval') + 's', '--poll-interval', '1s', '--allow-non-finalized', '--rpc.addr', '127.0.0.1', '--rpc.port', String(ports.proposer), '--rpc.enable-admin'])
if (!o['no-challenger'] && !o['no-verifier']) start('op-challenger', bin('op-challenger'), [...withKey('challenger'), '--game-types', existsSync(bin('prestate.json')) ? 'alphabet,fast,cannon,cannon-kona' : 'alphabet,fast', '--game-factory-address', A.DisputeGameFactory,
  '--rollup-rpc', url('verNode'), '--l2-eth-rpc', url('verGeth'), '--l1-beacon', url('beacon'), '--datadir', join(work, 'op-challenger'), '--http-poll-interval', '1s',
  // types 0 and 8: our prestate is a Go program that exits 0, so the challenger plays all output-root levels; nothing below depth 30 is meaningful
  ...['cannon', 'cannon-kona'].flatMap(c => existsSync(bin('prestate.json')) ? [`--${c}-prestate`, bin('prestate.bin.gz'), `--${c}-server`, '/bin/false'] : []), '--cannon-bin', bin('cannon'),
  '--rollup-config', join(work, 'rollup.json'), '--l2-genesis', join(work, 'l2-genesis.json'), '--l1-genesis', join(work, 'l1-genesis.json')])

const falseRoot = async type => {
  const f = artifact('DisputeGameFactory').iface
  const n = (await until('safe head', async () => { const s = await client(url('seqNode'))('optimism_syncStatus'); return s.safe_l2.number > 3 && s.safe_l2 }, 120000)).number
  const r = await sender(ethers, driver.call, keys.attacker.key, L1).run({ to: A.DisputeGameFactory, value: 8n * 10n ** 16n, gas: 2_000_000,
    data: f.encodeFunctionData('create', [type, '0x' + 'bad0'.repeat(16), word(hex(n))]) })
  const game = '0x' + r.logs.find(l => l.address === A.DisputeGameFactory.toLowerCase()).topics[1].slice(26)
  log(`false root: game ${game} type ${type} for L2 block ${n}`)
  return { game, l2Block: n }
}
// The attacker speaks against a root, true or not; settle ends the contest once the clock is over, as anybody could.
const attacker = game => {
  const f = artifact('FaultDisputeGame').iface, run = sender(ethers, driver.call, keys.attacker.key, L1).run
  const read = async (m, ...a) => f.decodeFunctionResult(m, await client(url('l1'))('eth_call', { to: game, data: f.encodeFunctionData(m, a) }, 'latest'))[0]
  const call = (m, a, value = 0n) => run({ to: game, value, data: f.encodeFunctionData(m, a) })
  return { read, call }
}
const attack = async game => {
  const { read, call } = attacker(game)
  const bond = (await read('getRequiredBond', 2)).toBigInt() // position 2: left below the root
  await call('attack', [await read('rootClaim'), 0, '0x' + 'bad1'.repeat(16)], bond)
}
const settle = async game => {
  const { call } = attacker(game)
  for (const [m, a] of [['resolveClaim', [1, 0]], ['resolveClaim', [0, 0]], ['resolve', []]])
    await until(m, () => call(m, a), 120000, 2000)
}
const operator = ['op-proposer', 'op-batcher', 'op-node-seq', 'op-geth-seq']
// control: /stop?p=NAME  /start?p=NAME  /stop?p=operator  /l1?do=pause|resume|jump&n=1&dt=2  /false-root?type=255  /attack?game=0x..  /settle?game=0x..  /status
createServer(async (q, s) => {
  const u = new URL(q.url, 'http://x'), p = u.searchParams.get('p')
  let r = {}
  try {
    if (u.pathname === '/stop') for (const n of p === 'operator' ? operator : [p]) await stop(n)
    else if (u.pathname === '/start') start(p)
    else if (u.pathname === '/false-root') r = await falseRoot(Number(u.searchParams.get('type') ?? o['game-type']))
    else if (u.pathname === '/attack') await attack(u.searchParams.get('game'))
    else if (u.pathname === '/settle') await settle(u.searchParams.get('game'))
    else if (u.pathname === '/l1') {
      const d = u.searchParams.get('do')
      if (d === 'jump') await driver.jump(Number(u.searchParams.get('n') ?? 1), Number(u.searchParams.get('dt') ?? l1Time))
      else driver[d]()
    }
    r = { ...r, processes: Object.fromEntries(Object.entries(procs).map(([n, x]) => {
      const alive = x.child.exitCode === null && x.child.signalCode === null
      const m = f => { try { return readFileSync(`/proc/${x.child.pid}/${f}`, 'utf8') } catch { return '' } }
      const cpu = m('stat').split(') ')[1]?.split(' ')
      return [n, { pid: x.child.pid, alive, rssMB: Math.round(Number(m('status').match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024), cpuSeconds: cpu ? (Number(cpu[11]) + Number(cpu[12])) / 100 : 0 }]
    })) }
    s.writeHead(200, { 'content-type': 'application/json' }); s.end(JSON.stringify(r, null, 1))
  } catch (e) { s.writeHead(500); s.end(String(e.stack)) }
}).listen(ports.control, '127.0.0.1')

writeFileSync(file, JSON.stringify({
  pid: process.pid, options: o, control: url('control'), l1ChainId: L1, l2ChainId: L2, l1: url('l1'), beacon: url('beacon'),
  sequencer: { geth: url('seqGeth'), node: url('seqNode') }, verifier: o['no-verifier'] ? null : { geth: url('verGeth'), node: url('verNode') },
  artifacts: newer || null, engine: { sequencer: url('seqEngine'), verifier: url('verEngine'), l1: o.l1 === 'geth' ? url('l1Engine') : null, jwt: jwtFile },
  challengerTypes: existsSync(bin('prestate.json')) ? [0, 8, 254, 255] : [254, 255], addresses: A, batchInbox, delays, keys, rollup: join(work, 'rollup.json'), l2Genesis: join(work, 'l2-genesis.json'), genesisOutputRoot: outputRoot,
}, null, 1))
log(`up: ${file}, control ${url('control')}`)
if (o['false-root']) falseRoot(N('game-type')).catch(e => log(e.message))
if (o['stop-sequencer-after'] !== '') setTimeout(async () => { for (const n of operator) await stop(n); log('operator stopped') }, N('stop-sequencer-after') * 1000)
