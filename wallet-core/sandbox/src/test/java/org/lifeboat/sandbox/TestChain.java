package org.lifeboat.sandbox;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.sandbox.chain.Genesis;
import org.lifeboat.sandbox.chain.GenesisAccount;
import org.lifeboat.sandbox.chain.SenderTransaction;
import org.lifeboat.sandbox.node.Admission;
import org.lifeboat.sandbox.node.L1Node;
import org.lifeboat.sandbox.node.Mining;
import org.lifeboat.sandbox.node.NodeClock;
import org.lifeboat.sandbox.rpc.JsonRpc;
import org.lifeboat.sandbox.world.Faucet;
import org.lifeboat.sandbox.world.PlayChain;
import org.lifeboat.sandbox.world.PlayWorld;

/// The play world without a server, with people of our own who have 100 coins each.
public final class TestChain {
    public static final Person ANNA = Person.named("anna", PlayChain.ID);
    public static final Person BEN = Person.named("ben", PlayChain.ID);
    public static final Address STRANGER = Address.fromHex("0x2222222222222222222222222222222222222222");

    /// A contract that uses up all gas it gets (INVALID).
    private static final Address BURNER = Address.fromHex("0x3333333333333333333333333333333333333333");

    private final Genesis genesis;
    private final L1Node node;
    private final JsonRpc rpc;

    public TestChain(Mining mining) {
        Genesis play = PlayWorld.genesis(HandClock.START);
        Map<Address, GenesisAccount> accounts = new HashMap<>(play.accounts());
        accounts.put(ANNA.address(), GenesisAccount.holding(PlayWorld.ether(100)));
        accounts.put(BEN.address(), GenesisAccount.holding(PlayWorld.ether(100)));
        accounts.put(BURNER, GenesisAccount.contract(Bytes.fromHex("0xfe"), Map.of()));
        Secp256k1 curve = Secp256k1.preferred();
        this.genesis = new Genesis(play.settings(), HandClock.START, accounts);
        this.node = new L1Node(genesis, curve, new NodeClock(HandClock.at(HandClock.START)), mining);
        this.rpc = new JsonRpc(node, new Faucet(node, curve), "test");
    }

    /// All accounts of the beginning, and whoever gets the tips.
    public Set<Address> genesisAddresses() {
        Set<Address> addresses = new HashSet<>(genesis.accounts().keySet());
        addresses.add(genesis.settings().feeRecipient());
        return addresses;
    }

    /// All wei there were.
    public BigInteger genesisCoins() {
        return genesis.accounts().values().stream()
                .map(account -> account.balance().value())
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    public Address burner() {
        return BURNER;
    }

    public L1Node node() {
        return node;
    }

    public JsonRpc rpc() {
        return rpc;
    }

    public Admission send(SignedTransaction signed) {
        Optional<SenderTransaction> sent = node.sender(signed);
        return node.send(sent.orElseThrow());
    }
}
