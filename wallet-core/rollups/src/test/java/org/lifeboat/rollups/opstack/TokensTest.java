package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.evm.state.StateKey;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// Whether and how a token gets home: by what it names, and by what is locked for it.
class TokensTest {
    private static final Address STANDARD = Address.fromHex("0x4200000000000000000000000000000000000010");
    private static final Address TOKEN = Hash32.ofNumber(11).toAddress();
    private static final Address BELOW = Hash32.ofNumber(12).toAddress();
    private static final Address CONFIG = Hash32.ofNumber(13).toAddress();
    private static final Address L1_BRIDGE = Hash32.ofNumber(14).toAddress();
    private static final Bridge.Contracts CONTRACTS = new Bridge.Contracts(
            Hash32.ofNumber(15).toAddress(), TOKEN, Optional.empty(), Optional.of(CONFIG), Optional.empty());

    private final Map<Bytes, Hash32> answers = new HashMap<>();

    @Test
    void aTokenOfTheStandardBridge_getsHomeAsFarAsItIsLocked() {
        says("remoteToken()", BELOW.toWord());
        says("bridge()", STANDARD.toWord());
        says("supportsInterface(bytes4)", Hash32.ofNumber(1));
        says("l1Token()", BELOW.toWord());
        says("l1StandardBridge()", L1_BRIDGE.toWord());
        says("deposits(address,address)", Hash32.ofNumber(500));

        assertThat(exit()).contains(new TokenExit.StandardBridge(L1_BRIDGE, BELOW, BigInteger.valueOf(500)));
        assertThat(exit().orElseThrow().pays(BigInteger.valueOf(500))).isTrue();
        assertThat(exit().orElseThrow().pays(BigInteger.valueOf(501)))
                .as("more than is locked does not come out")
                .isFalse();
    }

    /// The bridge would take it in like a token of the L2's own: nothing of it is locked on L1.
    @Test
    void whatTheBridgeDoesNotTakeForItsOwn_isUnknown() {
        says("remoteToken()", BELOW.toWord());
        says("bridge()", STANDARD.toWord());
        says("l1StandardBridge()", L1_BRIDGE.toWord());
        says("deposits(address,address)", Hash32.ofNumber(500));

        assertThat(exit()).contains(new TokenExit.Unknown(BELOW));
        assertThat(exit().orElseThrow().pays(BigInteger.ONE)).isFalse();
    }

    /// The bridge asks a token of both kinds for its older name; who names another below there is held to
    /// that.
    @Test
    void twoCounterparts_theOneThatTheBridgeAsksForCounts() {
        says("remoteToken()", L1_BRIDGE.toWord());
        says("l1Token()", BELOW.toWord());
        says("bridge()", STANDARD.toWord());
        says("supportsInterface(bytes4)", Hash32.ofNumber(1));
        says("l1StandardBridge()", L1_BRIDGE.toWord());
        says("deposits(address,address)", Hash32.ofNumber(1));

        assertThat(exit()).contains(new TokenExit.StandardBridge(L1_BRIDGE, BELOW, BigInteger.ONE));
    }

    @Test
    void theOlderGeneration_namesTheSameByOtherNames() {
        says("l1Token()", BELOW.toWord());
        says("l2Bridge()", STANDARD.toWord());
        says("supportsInterface(bytes4)", Hash32.ofNumber(1));
        says("l1StandardBridge()", L1_BRIDGE.toWord());
        says("deposits(address,address)", Hash32.ZERO);

        assertThat(exit()).contains(new TokenExit.StandardBridge(L1_BRIDGE, BELOW, BigInteger.ZERO));
    }

    @Test
    void anotherBridge_isNamed_andNoneIsSaid() {
        assertThat(exit()).contains(new TokenExit.NoCounterpart());
        says("remoteToken()", BELOW.toWord());
        assertThat(exit()).as("nobody may burn it").contains(new TokenExit.NoCounterpart());
        says("bridge()", L1_BRIDGE.toWord());
        assertThat(exit()).contains(new TokenExit.OwnBridge(L1_BRIDGE));
    }

    @Test
    void whereTheBridgeOnL1_isNotToBeFound_nothingIsSaid() {
        says("remoteToken()", BELOW.toWord());
        says("bridge()", STANDARD.toWord());
        says("supportsInterface(bytes4)", Hash32.ofNumber(1));
        says("l1Token()", BELOW.toWord());

        assertThat(exit()).isEmpty();
    }

    @Test
    void whatTheStateLacks_isAskedFor() {
        StateKey key = new StateKey.Account(TOKEN);
        Reads reads = new Reads(_ -> new CallResult.Needs(Set.of(key)));

        OpStack.tokenNames(reads, TOKEN);

        assertThat(reads.missing()).containsExactly(key);
    }

    private Optional<TokenExit> exit() {
        Reads reads = new Reads(this::run);
        return OpStack.tokenExit(reads, CONTRACTS, TOKEN, OpStack.tokenNames(reads, TOKEN));
    }

    private void says(String signature, Hash32 word) {
        answers.put(Abi.selector(signature), word);
    }

    private CallResult run(ContractCall call) {
        Hash32 word = answers.get(call.input().slice(0, 4));
        return word == null
                ? new CallResult.Reverted(Bytes.EMPTY)
                : new CallResult.Returned(Bytes.of(word.toArray()), 1, Set.of());
    }
}
