// Walks through a node with viem: deploy, send, read, logs, proof. Arguments: URL, private key, creation code.
// Prints what it found as JSON; any surprise ends it with an error.
import assert from 'node:assert/strict';
import { createPublicClient, createWalletClient, defineChain, http, parseAbi, parseEther } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

const [url, key, bytecode] = process.argv.slice(2);
const abi = parseAbi([
  'event Kept(address indexed by, uint256 value)',
  'error TooSmall(uint256 least)',
  'function keep(uint256 value)',
  'function kept() view returns (uint256)',
]);
const stranger = '0x2222222222222222222222222222222222222222';

const account = privateKeyToAccount(key);
const id = Number(await createPublicClient({ transport: http(url) }).getChainId());
const chain = defineChain({
  id,
  name: 'sandbox',
  nativeCurrency: { name: 'play ETH', symbol: 'play', decimals: 18 },
  rpcUrls: { default: { http: [url] } },
});
const node = createPublicClient({ chain, transport: http(url, { batch: true }), pollingInterval: 50 });
const wallet = createWalletClient({ account, chain, transport: http(url) });

const deployed = await node.waitForTransactionReceipt({ hash: await wallet.deployContract({ abi, bytecode }) });
assert.equal(deployed.status, 'success');
const address = deployed.contractAddress;

const hash = await wallet.writeContract({ address, abi, functionName: 'keep', args: [42n] });
const receipt = await node.waitForTransactionReceipt({ hash });
const [value, balance, block] = await Promise.all([
  node.readContract({ address, abi, functionName: 'kept' }),
  node.getBalance({ address: account.address }),
  node.getBlock({ blockHash: receipt.blockHash, includeTransactions: true }),
]);
assert.equal(value, 42n);
assert.equal(block.transactions[0].hash, hash);
await assert.rejects(node.simulateContract({ account, address, abi, functionName: 'keep', args: [0n] }), /TooSmall/);
assert.equal(
  await node.readContract({
    address, abi, functionName: 'kept',
    stateOverride: [{ address, stateDiff: [{ slot: `0x${'0'.repeat(64)}`, value: `0x${'7'.padStart(64, '0')}` }] }],
  }),
  7n,
);

const events = await node.getContractEvents({ address, abi, eventName: 'Kept', fromBlock: 0n });
assert.deepEqual(events.map((event) => event.args.value), [42n]);
const proof = await node.getProof({ address, storageKeys: [`0x${'0'.repeat(64)}`] });
assert.equal(proof.storageProof[0].value, 42n);
const fees = await node.estimateFeesPerGas();
assert.ok(fees.maxFeePerGas > 0n);
const paid = await wallet.sendTransaction({ to: stranger, value: parseEther('0.5') });
assert.equal((await node.waitForTransactionReceipt({ hash: paid })).gasUsed, 21000n);

console.log(JSON.stringify({ contract: address, transaction: hash, balance: balance.toString(), events: events.length }));
