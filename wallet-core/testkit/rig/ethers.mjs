// Walks through a node with ethers: deploy, send, read, logs, proof. Arguments: URL, private key, creation code.
// Prints what it found as JSON; any surprise ends it with an error.
import assert from 'node:assert/strict';
import { Contract, ContractFactory, JsonRpcProvider, Wallet, parseEther } from 'ethers';

const [url, key, bytecode] = process.argv.slice(2);
const abi = [
  'event Kept(address indexed by, uint256 value)',
  'error TooSmall(uint256 least)',
  'function keep(uint256 value)',
  'function kept() view returns (uint256)',
];
const stranger = '0x2222222222222222222222222222222222222222';

// Blocks come at once: what was true a moment ago is not.
const node = new JsonRpcProvider(url, undefined, { pollingInterval: 50, cacheTimeout: -1 });
const wallet = new Wallet(key, node);

const made = await new ContractFactory(abi, bytecode, wallet).deploy();
await made.waitForDeployment();
const address = await made.getAddress();
const contract = new Contract(address, abi, wallet);

const sent = await contract.keep(42n);
const receipt = await sent.wait();
assert.equal(receipt.status, 1);
assert.equal(await contract.kept(), 42n);
await assert.rejects(contract.keep.staticCall(0n), (error) => error.revert?.name === 'TooSmall');
const events = await contract.queryFilter('Kept', 0);
assert.deepEqual(events.map((event) => event.args.value), [42n]);

const block = await node.getBlock(receipt.blockNumber, true);
assert.equal(block.prefetchedTransactions[0].hash, sent.hash);
const proof = await node.send('eth_getProof', [address, ['0x' + '0'.repeat(64)], 'latest']);
assert.equal(BigInt(proof.storageProof[0].value), 42n);
const trace = await node.send('debug_traceTransaction', [sent.hash, { tracer: 'callTracer' }]);
assert.equal(trace.to, address.toLowerCase());
const paid = await (await wallet.sendTransaction({ to: stranger, value: parseEther('0.5') })).wait();
assert.equal(paid.gasUsed, 21000n);
const balance = await node.getBalance(wallet.address);

console.log(JSON.stringify({ contract: address, transaction: sent.hash, balance: balance.toString(), events: events.length }));
node.destroy();
