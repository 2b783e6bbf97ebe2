package org.lifeboat.verifier.call;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lifeboat.evm.interpreter.BlockEnvironment;
import org.lifeboat.evm.precompile.Precompiles;
import org.lifeboat.evm.rules.Fork;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.evm.state.StoredAccount;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.Transaction;

/// A few accounts and one block, for tests.
final class SmallWorld {
    static final ChainId CHAIN = new ChainId(1);
    static final Address ALICE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    static final Address BOB = Address.fromHex("0x0000000000000000000000000000000000000b0b");
    static final Address MINER = Address.fromHex("0x00000000000000000000000000000000000c0135");
    static final Address TOKEN = Address.fromHex("0x0000000000000000000000000000000000007000");
    static final Wei BASE_FEE = Wei.of(7);
    static final long NUMBER = 1_000;
    static final Hash32 SOME_ROOT = Hash32.ofNumber(99);
    static final Gas GAS = new Gas(1_000_000);

    /// A token by hand: an owner's balance lies in the slot that has the owner's address as its number; a
    /// transfer costs the recipient one unit and writes the event with what arrives.
    static final String TOKEN_CODE = "36602414605c576024353354818110606957819003335560019003806004355401600435"
            + "55600052600435337fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a"
            + "4df523b3ef60206000a3600160005260206000f35b6004355460005260206000f35b63de"
            + "adbeef6000526004601cfd";

    final GivenState state = new GivenState();
    Foreign foreign = Foreign.NOTHING;
    ChainFees fees = ChainFees.NONE;

    SmallWorld() {
        account(ALICE, 5, 1_000_000_000_000L, "");
        account(BOB, 0, 0, "");
        account(MINER, 0, 0, "");
        state.putAccount(Address.ZERO, Optional.empty());
    }

    SmallWorld account(Address address, long nonce, long wei, String code) {
        Bytes bytes = Bytes.of(HexFormat.of().parseHex(code));
        state.putCode(bytes);
        Hash32 root = code.isEmpty() ? StoredAccount.EMPTY_ROOT : SOME_ROOT;
        state.putAccount(address, Optional.of(new StoredAccount(nonce, Wei.of(wei), root, Keccak256.hash(bytes))));
        return this;
    }

    SmallWorld slot(Address account, Hash32 slot, long value) {
        state.putSlot(account, slot, Hash32.ofNumber(value));
        return this;
    }

    Simulator simulator() {
        BlockEnvironment block = new BlockEnvironment(
                MINER, NUMBER, 1_800_000_000L, 30_000_000, BigInteger.ZERO, Hash32.ZERO, BASE_FEE, Wei.of(1));
        return new Simulator(
                new Conditions(CHAIN, Fork.OSAKA.rules(), Precompiles.of(Fork.OSAKA.rules()), block, foreign, fees));
    }

    CallResult call(Address to, String input) {
        return simulator().call(ContractCall.read(to, hex(input), GAS), state);
    }

    Simulation send(Transaction transaction) {
        return simulator().transaction(transaction, ALICE, List.of(ALICE, BOB), state);
    }

    static Transaction transaction(Address to, long wei, String input) {
        return new Transaction.DynamicFee(
                CHAIN,
                new Nonce(5),
                Wei.of(2),
                Wei.of(20),
                new Gas(200_000),
                Optional.of(to),
                Wei.of(wei),
                hex(input),
                List.of());
    }

    static String word(Address address) {
        return address.toWord().toHex().substring(2);
    }

    static String word(long number) {
        return Hash32.ofNumber(number).toHex().substring(2);
    }

    static Bytes hex(String digits) {
        return Bytes.of(HexFormat.of().parseHex(digits));
    }

    static StateKey slotOf(Address account, Address owner) {
        return new StateKey.Storage(account, owner.toWord());
    }
}
