package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Wei;
import org.lifeboat.verifier.call.CallResult;
import org.lifeboat.verifier.call.ContractCall;

/// Any contract can answer as a game does. Only one that the bridge's factory made is taken for a game:
/// into it go bonds.
class ForeignGameTest {
    private static final Address PORTAL = Hash32.ofNumber(1).toAddress();
    private static final Address FACTORY = Hash32.ofNumber(2).toAddress();
    private static final Address REGISTRY = Hash32.ofNumber(3).toAddress();
    private static final Address GAME = Hash32.ofNumber(4).toAddress();
    private static final Address FAKE = Hash32.ofNumber(5).toAddress();
    private static final Hash32 ROOT = Hash32.ofNumber(77);

    private final Map<String, Bytes> answers = new HashMap<>();

    ForeignGameTest() {
        for (Address game : new Address[] {GAME, FAKE}) {
            answer(game, "gameType()", Abi.word(0));
            answer(game, "createdAt()", Abi.word(1_000));
            answer(game, "rootClaim()", Abi.word(ROOT));
            answer(game, "l2SequenceNumber()", Abi.word(99));
            answer(game, "status()", Abi.word(0));
            answer(game, "resolvedAt()", Abi.word(0));
            answer(game, "claimDataLen()", Abi.word(1));
            answer(game, "maxClockDuration()", Abi.word(60));
            answer(game, "extraData()", Abi.text(Abi.encode(Abi.word(99))));
        }
        answer(REGISTRY, "isGameProper(address)", Abi.word(1));
        answer(REGISTRY, "isGameRespected(address)", Abi.word(1));
        answer(FACTORY, "games(uint32,bytes32,bytes)", Abi.word(GAME), Abi.word(1_000));
    }

    private void answer(Address contract, String signature, Abi.Item... items) {
        answers.put(contract + " " + Abi.selector(signature).toHex(), Abi.encode(items));
    }

    private CallResult run(ContractCall call) {
        Optional<Bytes> answer = Optional.ofNullable(
                answers.get(call.to() + " " + call.input().slice(0, 4).toHex()));
        return answer.<CallResult>map(output -> new CallResult.Returned(output, 1, Set.of()))
                .orElseGet(() -> new CallResult.Reverted(Bytes.EMPTY));
    }

    private Optional<Game> game(Address contract) {
        Bridge bridge = new Bridge(
                new Bridge.Contracts(PORTAL, FACTORY, Optional.of(REGISTRY), Optional.empty(), Optional.empty()),
                0,
                Duration.ofDays(7),
                Duration.ofDays(3),
                false,
                1,
                Wei.of(80),
                Optional.empty());
        return OpStack.game(new Reads(this::run), bridge, contract);
    }

    @Test
    void onlyTheFactorysOwn_isAGame() {
        assertThat(game(GAME)).isPresent();
        assertThat(game(FAKE)).as("it says all that the true one says").isEmpty();
    }

    @Test
    void aGameOfAnotherBridge_isNone() {
        answer(FACTORY, "games(uint32,bytes32,bytes)", Abi.word(0), Abi.word(0));

        assertThat(game(GAME)).isEmpty();
    }

    @Test
    void aRegistryThatSaysYesToAll_doesNotHelpAFake() {
        answers.remove(
                FACTORY + " " + Abi.selector("games(uint32,bytes32,bytes)").toHex());

        assertThat(game(FAKE)).isEmpty();
        assertThat(game(GAME))
                .as("without the factory's word nothing is a game")
                .isEmpty();
    }
}
