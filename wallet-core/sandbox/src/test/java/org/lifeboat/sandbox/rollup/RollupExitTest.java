package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.lifeboat.sandbox.rollup.RollupWorld.ANNA;
import static org.lifeboat.sandbox.rollup.RollupWorld.PLAN;
import static org.lifeboat.sandbox.rollup.RollupWorld.STRANGER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.L1Time;
import org.lifeboat.primitives.L2Block;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.Bridge;
import org.lifeboat.rollups.opstack.ExitFacts;
import org.lifeboat.rollups.opstack.Game;
import org.lifeboat.rollups.opstack.L1Call;
import org.lifeboat.rollups.opstack.OpStack;
import org.lifeboat.rollups.opstack.OutputRoot;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.world.PlayWorld;

/// Money comes back to L1 through our own contracts, by the calls that the wallet makes.
class RollupExitTest {
    private static final Wei AMOUNT = PlayWorld.ether(2);

    private final RollupWorld world = new RollupWorld();
    private final BridgeView view = new BridgeView(world.l1, PLAN.portal());

    @BeforeEach
    void fund() {
        world.onL1(OpStack.deposit(PLAN.portal(), ANNA.address(), PlayWorld.ether(10)));
        world.goOn(2);
    }

    @Test
    void withEverybodyAtWork_aWithdrawalIsPaidOut() {
        Sent sent = sentBy(world.onL2(OpStack.initiate(STRANGER, AMOUNT)));

        assertThat(standing(sent)).isInstanceOf(Standing.CanProve.class);
        prove(sent);
        assertThat(standing(sent)).isInstanceOf(Standing.Waiting.class);
        world.skip(Duration.ofDays(4));
        world.goOn(2);
        assertThat(view.games(view.bridge(), 1).getFirst().status())
                .as("somebody has ended the game")
                .isEqualTo(Game.Status.DEFENDER_WINS);
        world.skip(Duration.ofDays(4));

        finish(sent);
        assertThat(RollupWorld.balance(world.l1, STRANGER)).contains(AMOUNT);
        assertThat(standing(sent)).isInstanceOf(Standing.PaidOut.class);
    }

    @Test
    void withEverybodyGone_theWholeWayOutWorks() {
        for (Role role : List.of(Role.SEQUENCER, Role.BATCHER, Role.PROPOSER, Role.CHALLENGER)) {
            world.rollup.tell(role, new Conduct.Stopped());
        }
        world.onL1(OpStack.forceWithdrawal(PLAN.portal(), STRANGER, AMOUNT));
        world.goOn(5);
        assertThat(RollupWorld.balance(world.l2(), OpStack.MESSAGE_PASSER))
                .as("nobody has sequenced it, and L1 does not demand it yet")
                .contains(Wei.ZERO);

        world.goOn(45);
        Sent sent = sentIn(world.l2().safe());
        assertThat(standing(sent)).isInstanceOf(Standing.NoRoot.class);
        SealedBlock safe = world.l2().safe();
        OutputRoot root = OutputRoot.of(safe.header()).orElseThrow();
        requireDone(OpStack.ownRoot(view.bridge(), root, new L2Block(safe.number())));
        world.goOn(1);
        prove(sent);
        world.skip(Duration.ofDays(4));
        resolve(sent);
        world.skip(Duration.ofDays(4));

        finish(sent);
        assertThat(RollupWorld.balance(world.l1, STRANGER)).contains(AMOUNT);
    }

    @Test
    void aFalseRoot_isAttacked_andLoses() {
        world.rollup.tell(Role.PROPOSER, new Conduct.FalseRoots());
        sentBy(world.onL2(OpStack.initiate(STRANGER, AMOUNT)));
        world.goOn(2);
        Game attacked = view.games(view.bridge(), 1).getFirst();
        assertThat(attacked.contested()).isTrue();

        world.skip(Duration.ofDays(4));
        world.goOn(2);
        world.skip(Duration.ofDays(4));
        world.goOn(2);

        Game lost = view.games(view.bridge(), 1).getFirst();
        assertThat(lost.status()).isEqualTo(Game.Status.CHALLENGER_WINS);
        assertThat(lost.usable()).isFalse();
    }

    @Test
    void aFalseProof_anotherWithdrawal_orTooEarly_isRefused() {
        Sent sent = sentBy(world.onL2(OpStack.initiate(STRANGER, AMOUNT)));
        Game game = game(sent);
        OutputRoot root = root(game);
        List<Bytes> nodes = nodes(sent, game, root);
        Withdrawal more = new Withdrawal(
                sent.withdrawal().nonce(),
                sent.withdrawal().sender(),
                sent.withdrawal().target(),
                AMOUNT.times(2),
                sent.withdrawal().gasLimit(),
                sent.withdrawal().data());

        assertThat(goesThrough(OpStack.prove(view.bridge(), more, game, root, nodes)))
                .isFalse();
        assertThat(goesThrough(OpStack.prove(
                        view.bridge(), sent.withdrawal(), game, root, nodes.subList(0, nodes.size() - 1))))
                .isFalse();
        assertThat(goesThrough(OpStack.prove(view.bridge(), sent.withdrawal(), game, root, nodes)))
                .isTrue();
        prove(sent);
        world.skip(Duration.ofDays(4));
        world.goOn(1);
        var proof = facts(sent).proofs().getFirst();
        L1Call finish = OpStack.finish(view.bridge(), sent.withdrawal(), proof, ANNA.address());
        assertThat(goesThrough(finish)).isFalse();
        world.skip(Duration.ofDays(4));
        assertThat(goesThrough(finish)).isTrue();
        finish(sent);
        assertThat(goesThrough(finish)).as("it is paid once").isFalse();
    }

    private record Sent(Withdrawal withdrawal, L2Block block) {}

    private Sent sentBy(Hash32 transaction) {
        world.goOn(2);
        return sentIn(
                world.l2().history().transaction(transaction).orElseThrow().block());
    }

    /// The withdrawal in that block, or in one before it.
    private Sent sentIn(SealedBlock newest) {
        for (long number = newest.number(); number > 0; number--) {
            Optional<Withdrawal> found = world.l2().history().at(number).orElseThrow().transactions().stream()
                    .flatMap(each -> each.receipt().logs().stream())
                    .flatMap(log -> Withdrawal.of(log) instanceof Answer.Proven<Withdrawal>(var withdrawal)
                            ? Stream.of(withdrawal)
                            : Stream.empty())
                    .findFirst();
            if (found.isPresent()) {
                return new Sent(found.get(), new L2Block(number));
            }
        }
        throw new AssertionError("no withdrawal");
    }

    private ExitFacts facts(Sent sent) {
        return OpStack.exitFacts(
                        reads(),
                        OpStack.contracts(reads(), PLAN.portal()).orElseThrow(),
                        sent.withdrawal().hash(),
                        sent.withdrawal().sender(),
                        new L1Time(world.l1.history().newest().header().unixSeconds()))
                .orElseThrow();
    }

    private Reads reads() {
        return new Reads(view::run);
    }

    private Standing standing(Sent sent) {
        return OpStack.standing(facts(sent), sent.block(), Optional.empty());
    }

    private Game game(Sent sent) {
        return standing(sent) instanceof Standing.CanProve(Game best, var _) ? best : fail("nothing to prove against");
    }

    private OutputRoot root(Game game) {
        SealedBlock block = world.l2().history().at(game.block().number()).orElseThrow();
        return OutputRoot.of(block.header()).orElseThrow();
    }

    private List<Bytes> nodes(Sent sent, Game game, OutputRoot root) {
        SealedBlock block = world.l2().history().at(game.block().number()).orElseThrow();
        List<Bytes> proof = block.state()
                .prove(OpStack.MESSAGE_PASSER, List.of(sent.withdrawal().slot()))
                .slots()
                .getFirst()
                .nodes();
        return OpStack.storageProof(root, sent.withdrawal(), proof) instanceof Answer.Proven<List<Bytes>>(var whole)
                ? whole
                : fail("no proof");
    }

    private void prove(Sent sent) {
        Bridge bridge = view.bridge();
        Game game = game(sent);
        OutputRoot root = root(game);
        requireDone(OpStack.prove(bridge, sent.withdrawal(), game, root, nodes(sent, game, root)));
    }

    private void resolve(Sent sent) {
        for (int i = 0; i < 2; i++) {
            requireDone(OpStack.resolution(reads(), facts(sent), ANNA.address()).orElseThrow());
        }
    }

    private void finish(Sent sent) {
        var proof = facts(sent).proofs().getFirst();
        assertThat(proof.payable()).isTrue();
        requireDone(OpStack.finish(view.bridge(), sent.withdrawal(), proof, ANNA.address()));
    }

    private void requireDone(L1Call call) {
        assertThat(RollupWorld.succeeded(world.l1, world.onL1(call))).isTrue();
    }

    private boolean goesThrough(L1Call call) {
        return view.takes(ANNA.address(), call.to(), call.data());
    }
}
