package org.lifeboat.app.launcher;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.engine.abi.AbiFunction;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Gas;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Nonce;
import org.lifeboat.primitives.Wei;
import org.lifeboat.primitives.tx.SignedTransaction;
import org.lifeboat.primitives.tx.Transaction;
import org.lifeboat.testkit.anvil.NodeClient;
import org.lifeboat.testkit.opdevnet.DevnetFacts;
import tools.jackson.databind.JsonNode;

/// Somebody else on a devnet's chain, who issues tokens there. Not the wallet's path, on purpose.
record DevnetStranger(NodeClient node, ChainId chain, DevnetFacts.Account account) {
    private static final Wei PRICE = Wei.of(20_000_000_000L);
    private static final Gas GAS = new Gas(3_000_000);
    private static final long PAUSE = 200;
    private static final int MOST_LOOKS = 300;

    static DevnetStranger onL1(DevnetFacts facts) {
        return new DevnetStranger(facts.l1(), new ChainId(facts.l1ChainId()), facts.account(DevnetFacts.Role.OTHER));
    }

    static DevnetStranger onL2(DevnetFacts facts) {
        return new DevnetStranger(
                facts.sequencer(), new ChainId(facts.l2ChainId()), facts.account(DevnetFacts.Role.OTHER));
    }

    /// @return the new contract's address
    Address create(String creationCode) throws InterruptedException {
        return Address.fromHex(send(Optional.empty(), Bytes.fromHex(creationCode))
                .get("contractAddress")
                .stringValue());
    }

    /// @return the receipt of a transaction that succeeded
    JsonNode call(Address contract, String signature, Object... arguments) throws InterruptedException {
        return send(Optional.of(contract), new AbiFunction(signature, "()").call(arguments));
    }

    BigInteger tokensOf(Address token, String owner) {
        Bytes question = new AbiFunction("balanceOf(address)", "(uint256)").call(Address.fromHex(owner));
        String answer = node.rpc(
                        "eth_call",
                        "[{\"to\":\"%s\",\"data\":\"%s\"},\"latest\"]".formatted(token.toHex(), question.toHex()))
                .stringValue();
        return new BigInteger(answer.substring(2), 16);
    }

    private JsonNode send(Optional<Address> to, Bytes data) throws InterruptedException {
        String count = node.rpc("eth_getTransactionCount", "[\"%s\",\"pending\"]".formatted(account.address()))
                .stringValue();
        Transaction transaction = new Transaction.DynamicFee(
                chain,
                new Nonce(new BigInteger(count.substring(2), 16).longValueExact()),
                Wei.of(1_000_000_000L),
                PRICE,
                GAS,
                to,
                Wei.ZERO,
                data,
                List.of());
        SignedTransaction signed = new SignedTransaction(
                transaction,
                Secp256k1.preferred()
                        .sign(
                                transaction.signingHash().toArray(),
                                Hash32.fromHex(account.key()).toArray()));
        node.rpc("eth_sendRawTransaction", "[\"%s\"]".formatted(signed.encoded().toHex()));
        return receipt(signed.hash());
    }

    private JsonNode receipt(Hash32 hash) throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            JsonNode receipt = node.rpc("eth_getTransactionReceipt", "[\"" + hash.toHex() + "\"]");
            if (receipt.isObject()) {
                if (!receipt.get("status").stringValue().equals("0x1")) {
                    throw new AssertionError("failed: " + receipt);
                }
                return receipt;
            }
            Thread.sleep(PAUSE);
        }
        throw new AssertionError("in no block: " + hash);
    }
}
