// Shared functions: JSON-RPC, artifacts of the pinned packages, keys, free ports.
import { createRequire } from 'node:module'
import { readFileSync, existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import net from 'node:net'

export const here = dirname(fileURLToPath(import.meta.url))
export const sleep = ms => new Promise(r => setTimeout(r, ms))
export const hex = n => '0x' + BigInt(n).toString(16)

// `--name value`, `--flag`; numbers stay text
export function args(argv, defaults) {
  const o = { ...defaults, _: [] }
  for (let i = 0; i < argv.length; i++) {
    if (!argv[i].startsWith('--')) { o._.push(argv[i]); continue }
    const [k, v] = argv[i].slice(2).split('=')
    if (v !== undefined) o[k] = v
    else if (i + 1 < argv.length && !argv[i + 1].startsWith('--')) o[k] = argv[++i]
    else o[k] = true
  }
  return o
}

// packages: the folder that build.sh installed the packages in
// newer: folder of contracts.mjs output; those artifacts win over the npm ones
export function rig(packages, newer) {
  if (!existsSync(join(packages, 'node_modules'))) throw new Error(`no packages in ${packages}: run op-devnet/build.sh first`)
  const { ethers } = createRequire(join(resolve(packages), 'x.js'))('ethers')
  const base = join(packages, 'node_modules/@eth-optimism/contracts-bedrock/forge-artifacts')
  const artifact = (name, file = name) => {
    const own = newer && join(resolve(newer), name + '.json')
    const j = JSON.parse(readFileSync(own && existsSync(own) ? own : join(base, `${file}.sol`, `${name}.json`)))
    return { abi: j.abi, code: j.bytecode.object, runtime: j.deployedBytecode.object, iface: new ethers.utils.Interface(j.abi) }
  }
  return { ethers, artifact }
}

const MNEMONIC = 'test test test test test test test test test test test junk'
export const ROLES = ['admin', 'user', 'batcher', 'l2admin', 'proposer', 'challenger', 'attacker', 'other']
export const keys = ethers => Object.fromEntries(ROLES.map((r, i) => {
  const w = ethers.Wallet.fromMnemonic(MNEMONIC, `m/44'/60'/0'/0/${i}`)
  return [r, { address: w.address, key: w.privateKey }]
}))

export const freePort = () => new Promise((ok, no) => {
  const s = net.createServer().listen(0, '127.0.0.1', () => { const p = s.address().port; s.close(() => ok(p)) }).on('error', no)
})

let id = 0
export async function rpc(url, method, params = [], headers = {}) {
  const r = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ jsonrpc: '2.0', id: ++id, method, params }) })
  const j = await r.json()
  if (j.error) throw Object.assign(new Error(`${method}: ${j.error.code} ${j.error.message}`), { code: j.error.code, data: j.error.data })
  return j.result
}
export const client = (url, headers) => (method, ...params) =>
  rpc(url, method, params, typeof headers === 'function' ? headers() : headers)

export async function until(what, fn, ms = 60000, step = 250) {
  const end = Date.now() + ms
  let last
  for (;;) {
    try { const v = await fn(); if (v) return v } catch (e) { last = e }
    if (Date.now() > end) throw new Error(`timeout: ${what}${last ? ' (' + last.message + ')' : ''}`)
    await sleep(step)
  }
}

// A signer with its own nonce count: returns the hash; the receipt is a separate wait.
export function sender(ethers, call, key, chainId, gasPrice = 20_000_000_000n) {
  const w = new ethers.Wallet(key)
  let nonce
  const send = async ({ to, data = '0x', value = 0n, gas = 1_000_000 }) => {
    nonce ??= Number(await call('eth_getTransactionCount', w.address, 'pending'))
    const raw = await w.signTransaction({ to, data, value: hex(value), gasLimit: gas, gasPrice: hex(gasPrice), nonce, chainId })
    const hash = await call('eth_sendRawTransaction', raw)
    nonce++
    return hash
  }
  const receipt = (hash, ms = 60000) => until('receipt ' + hash, () => call('eth_getTransactionReceipt', hash), ms)
  const run = async (tx, ms) => {
    const r = await receipt(await send(tx), ms)
    if (r.status !== '0x1') throw Object.assign(new Error('reverted ' + r.transactionHash), { receipt: r })
    return r
  }
  return { address: w.address, send, receipt, run, nonce: () => nonce }
}
