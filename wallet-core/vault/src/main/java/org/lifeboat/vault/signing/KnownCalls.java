package org.lifeboat.vault.signing;

import static org.lifeboat.vault.signing.Severity.NOTE;
import static org.lifeboat.vault.signing.Severity.WARNING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.vault.signing.KnownCall.Gap;
import org.lifeboat.vault.signing.KnownCall.Gap.AddressAt;
import org.lifeboat.vault.signing.KnownCall.Gap.CoinsAt;
import org.lifeboat.vault.signing.KnownCall.Gap.NumberAt;
import org.lifeboat.vault.signing.KnownCall.Gap.OtherTokensAt;
import org.lifeboat.vault.signing.KnownCall.Gap.PaidCoins;
import org.lifeboat.vault.signing.KnownCall.Gap.TokensAt;
import org.lifeboat.vault.signing.KnownCall.Meaning;
import org.lifeboat.vault.signing.KnownCall.Meaning.Allowance;
import org.lifeboat.vault.signing.KnownCall.Meaning.Crossing;
import org.lifeboat.vault.signing.KnownCall.Meaning.Operator;
import org.lifeboat.vault.signing.KnownCall.Meaning.Sentence;

/// The table of functions that are known by their signature. A selector says what a function is called, not
/// what a contract does with it; the sentences say so.
final class KnownCalls {
    private static final OptionalInt NONE = OptionalInt.empty();

    // ERC-20, ERC-721, ERC-1155, EIP-2612, and the older permit of Dai.
    private static final List<KnownCall> TOKENS = List.of(
            fixed("transfer(address,uint256)", 2, say(NOTE, "erc20.transfer", new TokensAt(1), new AddressAt(0))),
            fixed(
                    "transferFrom(address,address,uint256)",
                    3,
                    say(WARNING, "erc20.transferFrom", new TokensAt(2), new AddressAt(0), new AddressAt(1))),
            fixed("approve(address,uint256)", 2, new Allowance(NONE, NONE, 0, 1, 256)),
            fixed(
                    "increaseAllowance(address,uint256)",
                    2,
                    say(WARNING, "erc20.increaseAllowance", new AddressAt(0), new TokensAt(1))),
            fixed(
                    "decreaseAllowance(address,uint256)",
                    2,
                    say(NOTE, "erc20.decreaseAllowance", new AddressAt(0), new TokensAt(1))),
            fixed(
                    "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
                    7,
                    new Allowance(OptionalInt.of(0), NONE, 1, 2, 256)),
            fixed(
                    "permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)",
                    8,
                    new Operator(OptionalInt.of(0), 1, 4)),
            fixed("setApprovalForAll(address,bool)", 2, new Operator(NONE, 0, 1)),
            fixed(
                    "safeTransferFrom(address,address,uint256)",
                    3,
                    say(NOTE, "erc721.transfer", new NumberAt(2), new AddressAt(0), new AddressAt(1))),
            open(
                    "safeTransferFrom(address,address,uint256,bytes)",
                    4,
                    say(NOTE, "erc721.transfer", new NumberAt(2), new AddressAt(0), new AddressAt(1))),
            open(
                    "safeTransferFrom(address,address,uint256,uint256,bytes)",
                    5,
                    say(
                            NOTE,
                            "erc1155.transfer",
                            new NumberAt(3),
                            new NumberAt(2),
                            new AddressAt(0),
                            new AddressAt(1))),
            open(
                    "safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)",
                    5,
                    say(WARNING, "erc1155.batch", new AddressAt(0), new AddressAt(1))),
            // Uniswap's Permit2 contract.
            fixed("approve(address,address,uint160,uint48)", 4, new Allowance(NONE, OptionalInt.of(0), 1, 2, 160)),
            // WETH9.
            fixed("deposit()", 0, say(NOTE, "weth.deposit", new PaidCoins())),
            fixed("withdraw(uint256)", 1, say(NOTE, "weth.withdraw", new CoinsAt(0))));

    // OP Stack: OptimismPortal2, L1StandardBridge, L2StandardBridge, L2ToL1MessagePasser, CrossDomainMessenger.
    private static final List<KnownCall> OP_STACK = List.of(
            open("depositTransaction(address,uint256,uint64,bool,bytes)", 5, new Crossing(0, 1, 3, 4)),
            open("depositETH(uint32,bytes)", 2, say(NOTE, "op.bridgeCoins", new PaidCoins())),
            open(
                    "depositETHTo(address,uint32,bytes)",
                    3,
                    say(NOTE, "op.bridgeCoinsTo", new PaidCoins(), new AddressAt(0))),
            open(
                    "depositERC20(address,address,uint256,uint32,bytes)",
                    5,
                    say(NOTE, "op.bridgeTokens", new OtherTokensAt(0, 2), new AddressAt(0), new AddressAt(1))),
            open(
                    "depositERC20To(address,address,address,uint256,uint32,bytes)",
                    6,
                    say(
                            NOTE,
                            "op.bridgeTokensTo",
                            new OtherTokensAt(0, 3),
                            new AddressAt(0),
                            new AddressAt(1),
                            new AddressAt(2))),
            open("bridgeETH(uint32,bytes)", 2, say(NOTE, "op.bridgeCoins", new PaidCoins())),
            open(
                    "bridgeETHTo(address,uint32,bytes)",
                    3,
                    say(NOTE, "op.bridgeCoinsTo", new PaidCoins(), new AddressAt(0))),
            open(
                    "bridgeERC20(address,address,uint256,uint32,bytes)",
                    5,
                    say(NOTE, "op.bridgeTokens", new OtherTokensAt(0, 2), new AddressAt(0), new AddressAt(1))),
            open(
                    "bridgeERC20To(address,address,address,uint256,uint32,bytes)",
                    6,
                    say(
                            NOTE,
                            "op.bridgeTokensTo",
                            new OtherTokensAt(0, 3),
                            new AddressAt(0),
                            new AddressAt(1),
                            new AddressAt(2))),
            open(
                    "withdraw(address,uint256,uint32,bytes)",
                    4,
                    say(NOTE, "op.withdraw", new OtherTokensAt(0, 1), new AddressAt(0))),
            open(
                    "withdrawTo(address,address,uint256,uint32,bytes)",
                    5,
                    say(NOTE, "op.withdrawTo", new OtherTokensAt(0, 2), new AddressAt(0), new AddressAt(1))),
            open(
                    "initiateWithdrawal(address,uint256,bytes)",
                    3,
                    say(NOTE, "op.initiateWithdrawal", new PaidCoins(), new AddressAt(0))),
            open(
                    "sendMessage(address,bytes,uint32)",
                    3,
                    say(WARNING, "op.sendMessage", new AddressAt(0), new PaidCoins())),
            open(
                    "relayMessage(uint256,address,address,uint256,uint256,bytes)",
                    6,
                    say(NOTE, "op.relayMessage", new AddressAt(1), new AddressAt(2))),
            open(
                    "proveWithdrawalTransaction((uint256,address,address,uint256,uint256,bytes),uint256,"
                            + "(bytes32,bytes32,bytes32,bytes32),bytes[])",
                    7,
                    say(NOTE, "op.proveWithdrawal")),
            open(
                    "finalizeWithdrawalTransaction((uint256,address,address,uint256,uint256,bytes))",
                    1,
                    say(NOTE, "op.finalizeWithdrawal")),
            open(
                    "finalizeWithdrawalTransactionExternalProof((uint256,address,address,uint256,uint256,bytes),"
                            + "address)",
                    2,
                    say(NOTE, "op.finalizeWithdrawal")));

    // OP Stack: DisputeGameFactory, FaultDisputeGame.
    private static final List<KnownCall> DISPUTES = List.of(
            open(
                    "create(uint32,bytes32,bytes)",
                    3,
                    say(WARNING, "dispute-game.create", new PaidCoins(), new NumberAt(0))),
            open(
                    "createWithInitData(uint32,bytes32,bytes,bytes)",
                    4,
                    say(WARNING, "dispute-game.create", new PaidCoins(), new NumberAt(0))),
            fixed("move(bytes32,uint256,bytes32,bool)", 4, say(WARNING, "dispute-game.move", new PaidCoins())),
            open("step(uint256,bool,bytes,bytes)", 4, say(NOTE, "dispute-game.step", new NumberAt(0))),
            fixed("closeGame()", 0, say(NOTE, "dispute-game.close")),
            fixed("attack(bytes32,uint256,bytes32)", 3, say(WARNING, "dispute-game.attack", new PaidCoins())),
            fixed("defend(bytes32,uint256,bytes32)", 3, say(WARNING, "dispute-game.defend", new PaidCoins())),
            open(
                    "challengeRootL2Block((bytes32,bytes32,bytes32,bytes32),bytes)",
                    5,
                    say(NOTE, "dispute-game.challengeNumber")),
            fixed("resolveClaim(uint256,uint256)", 2, say(NOTE, "dispute-game.resolveClaim", new NumberAt(0))),
            fixed("resolve()", 0, say(NOTE, "dispute-game.resolve")),
            fixed("claimCredit(address)", 1, say(NOTE, "dispute-game.claimCredit", new AddressAt(0))));

    // Arbitrum: Inbox, ArbSys, ArbRetryableTx.
    private static final List<KnownCall> ARBITRUM = List.of(
            fixed("depositEth()", 0, say(NOTE, "arbitrum.deposit", new PaidCoins())),
            fixed("withdrawEth(address)", 1, say(NOTE, "arbitrum.withdraw", new PaidCoins(), new AddressAt(0))),
            open(
                    "sendTxToL1(address,bytes)",
                    2,
                    say(WARNING, "arbitrum.sendTxToL1", new AddressAt(0), new PaidCoins())),
            fixed("redeem(bytes32)", 1, say(NOTE, "arbitrum.redeem")),
            fixed("cancel(bytes32)", 1, say(WARNING, "arbitrum.cancel")),
            fixed("keepalive(bytes32)", 1, say(NOTE, "arbitrum.keepalive")));

    static final List<KnownCall> ALL = Stream.of(TOKENS, OP_STACK, DISPUTES, ARBITRUM)
            .flatMap(List::stream)
            .toList();

    private static final Map<Bytes, KnownCall> BY_SELECTOR =
            ALL.stream().collect(Collectors.toUnmodifiableMap(KnownCall::selector, Function.identity()));

    private KnownCalls() {}

    /// @param data of a call
    /// @return empty if it is shorter than a selector or the selector is not known
    static Optional<KnownCall> find(Bytes data) {
        return data.size() < 4 ? Optional.empty() : Optional.ofNullable(BY_SELECTOR.get(data.slice(0, 4)));
    }

    private static KnownCall fixed(String signature, int words, Meaning meaning) {
        return new KnownCall(signature, words, true, meaning);
    }

    private static KnownCall open(String signature, int words, Meaning meaning) {
        return new KnownCall(signature, words, false, meaning);
    }

    private static Meaning say(Severity severity, String key, Gap... gaps) {
        return new Sentence(severity, key, List.of(gaps));
    }
}
