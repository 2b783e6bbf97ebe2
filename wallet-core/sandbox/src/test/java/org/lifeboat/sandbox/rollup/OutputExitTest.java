package org.lifeboat.sandbox.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.lifeboat.sandbox.rollup.RollupWorld.ANNA;
import static org.lifeboat.sandbox.rollup.RollupWorld.STRANGER;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.crypto.Secp256k1;
import org.lifeboat.primitives.Answer;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Gas;
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
import org.lifeboat.rollups.opstack.Proof;
import org.lifeboat.rollups.opstack.Reads;
import org.lifeboat.rollups.opstack.Standing;
import org.lifeboat.rollups.opstack.Withdrawal;
import org.lifeboat.sandbox.HandClock;
import org.lifeboat.sandbox.chain.SealedBlock;
import org.lifeboat.sandbox.world.PlayHand;
import org.lifeboat.sandbox.world.PlayWorld;

/// Money comes back through a bridge with an output oracle, by the calls that the wallet makes.
class OutputExitTest {
    private static final Wei AMOUNT = PlayWorld.ether(2);

    /// A root a minute, by one who is named, and final after ten.
    private static final RollupPlan PLAN = RollupWorld.PLAN
            .with(Bridge.Posting.OUTPUTS)
            .with(new BridgeDelays(Duration.ofMinutes(10), Duration.ofHours(6), Duration.ofSeconds(1)))
            .with(new RollupPlan.Habits(2, BatchPlace.CALLDATA, 30, false));

    private final RollupWorld world = new RollupWorld(HandClock.START, PLAN);
    private final BridgeView view = new BridgeView(world.l1, PLAN.portal());

    @BeforeEach
    void fund() {
        world.onL1(OpStack.deposit(PLAN.portal(), ANNA.address(), PlayWorld.ether(10)));
        world.goOn(2);
    }

    @Test
    void withEverybodyAtWork_aWithdrawalIsPaidOut() {
        Sent sent = sent();
        assertThat(standing(sent)).isInstanceOf(Standing.NoRoot.class);
        world.goOn(10);

        prove(sent);
        assertThat(standing(sent)).isInstanceOf(Standing.Waiting.class);
        L1Call finish = OpStack.finish(view.bridge(), sent.withdrawal(), proof(sent), ANNA.address());
        world.skip(Duration.ofMinutes(8));
        assertThat(proof(sent).payable()).isFalse();
        assertThat(goesThrough(finish)).isFalse();
        world.skip(Duration.ofMinutes(4));

        assertThat(standing(sent)).isInstanceOf(Standing.CanFinish.class);
        requireDone(finish);
        assertThat(RollupWorld.balance(world.l1, STRANGER)).contains(AMOUNT);
        assertThat(standing(sent)).isInstanceOf(Standing.PaidOut.class);
        assertThat(goesThrough(finish)).as("it is paid once").isFalse();
    }

    /// What the plan waits for is what the portal waits for: the same second.
    @Test
    void theDateThatIsNamed_isTheFirstAtWhichThePortalPays() {
        Sent sent = sent();
        world.goOn(10);
        prove(sent);
        L1Call finish = OpStack.finish(view.bridge(), sent.withdrawal(), proof(sent), ANNA.address());
        L1Time named = standing(sent) instanceof Standing.Waiting(var _, Optional<L1Time> at)
                ? at.orElseThrow()
                : fail("it does not wait");
        for (Role role : Role.values()) {
            world.rollup.tell(role, new Conduct.Stopped()); // Each of their transactions makes a block of its own.
        }
        long left = named.unixSeconds() - now();

        world.skip(Duration.ofSeconds(left - 1));
        assertThat(standing(sent)).isInstanceOf(Standing.Waiting.class);
        assertThat(goesThrough(finish)).isFalse();
        world.skip(Duration.ofSeconds(named.unixSeconds() - now()));
        assertThat(now()).isEqualTo(named.unixSeconds());
        assertThat(standing(sent)).isInstanceOf(Standing.CanFinish.class);
        assertThat(goesThrough(finish)).isTrue();
    }

    @Test
    void aDeletedOutput_isProvenAgain_onceATrueOneStandsInItsPlace() {
        world.rollup.tell(Role.CHALLENGER, new Conduct.Stopped());
        world.rollup.tell(Role.PROPOSER, new Conduct.FalseRoots());
        Sent sent = sent();
        world.goOn(10);
        Game lie = game(sent);
        assertThat(lie.root()).isNotEqualTo(root(lie).hash());
        world.rollup.tell(Role.PROPOSER, new Conduct.Honest());
        world.goOn(10);
        // Beside the false output a true one that covers it: proven against that, and lost with the false one.
        Game later = view.games(view.bridge(), 1).getFirst();
        requireDone(OpStack.prove(view.bridge(), sent.withdrawal(), later, root(later), nodes(sent, later)));
        world.rollup.tell(Role.PROPOSER, new Conduct.Stopped());
        world.rollup.tell(Role.CHALLENGER, new Conduct.Honest());
        world.goOn(1);

        assertThat(view.bridge().games()).isLessThanOrEqualTo(lie.index().orElseThrow());
        assertThat(standing(sent)).isInstanceOfSatisfying(Standing.MustProveAgain.class, again -> {
            assertThat(again.better()).isEmpty();
            assertThat(again.lost().game().root()).isEqualTo(later.root());
            assertThat(again.lost().game().block()).isEqualTo(later.block());
        });
        world.rollup.tell(Role.PROPOSER, new Conduct.Honest());
        world.goOn(20);

        // The same true root stands there again: the old proof counts, its output is newer.
        assertThat(standing(sent)).isInstanceOf(Standing.Waiting.class);
        L1Call finish = OpStack.finish(view.bridge(), sent.withdrawal(), proof(sent), ANNA.address());
        world.skip(Duration.ofMinutes(12));
        requireDone(finish);
        assertThat(RollupWorld.balance(world.l1, STRANGER)).contains(AMOUNT);
    }

    @Test
    void theProofAgainstAFalseRootsPlace_isTakenAnew_andPaid() {
        Sent sent = sent();
        world.goOn(10);
        prove(sent);
        Game first = proof(sent).game();
        L1Call again = OpStack.prove(view.bridge(), sent.withdrawal(), first, root(first), nodes(sent, first));
        assertThat(goesThrough(again)).as("nothing is proven twice").isFalse();

        world.rollup.tell(Role.PROPOSER, new Conduct.Stopped());
        world.rollup.tell(Role.CHALLENGER, new Conduct.Stopped());
        delete(first);
        assertThat(standing(sent)).isInstanceOf(Standing.MustProveAgain.class);
        assertThat(goesThrough(again)).as("the portal asks for what is gone").isFalse();
        world.rollup.tell(Role.PROPOSER, new Conduct.FalseRoots());
        world.goOn(1);
        world.rollup.tell(Role.PROPOSER, new Conduct.Honest());
        world.goOn(10);

        Game better = standing(sent) instanceof Standing.MustProveAgain(var _, Optional<Game> found)
                ? found.orElseThrow()
                : fail("the proof still counts");
        Game covering = view.games(view.bridge(), 1).getFirst();
        assertThat(better.block()).isLessThanOrEqualTo(covering.block());
        requireDone(OpStack.prove(view.bridge(), sent.withdrawal(), covering, root(covering), nodes(sent, covering)));
        world.skip(Duration.ofMinutes(12));
        requireDone(OpStack.finish(view.bridge(), sent.withdrawal(), proof(sent), ANNA.address()));
        assertThat(RollupWorld.balance(world.l1, STRANGER)).contains(AMOUNT);
    }

    @Test
    void withTheProposerGone_nothingIsProven_andNoRootOfOnesOwnIsOffered() {
        world.rollup.tell(Role.PROPOSER, new Conduct.Stopped());
        Sent sent = sent();
        world.goOn(60);

        assertThat(standing(sent)).isEqualTo(new Standing.NoRoot(Optional.empty(), Optional.empty()));
    }

    @Test
    void whatIsFinal_isFoundInTheContract_amongManyOutputs() {
        world.goOn(100);
        List<Game> outputs = view.games(view.bridge(), 100);
        Game newestOver = outputs.stream()
                .filter(output -> output.finalAfter(Duration.ZERO).orElseThrow().unixSeconds() < now())
                .findFirst()
                .orElseThrow();

        assertThat(OpStack.bridge(reads(), contracts(), new L1Time(now()))
                        .orElseThrow()
                        .anchor())
                .contains(new Bridge.AnchorRoot(newestOver.root(), newestOver.block()));
        assertThat(newestOver).isNotEqualTo(outputs.getFirst());
        assertThat(OpStack.root(reads(), view.bridge(), newestOver.contract(), newestOver.block()))
                .contains(newestOver);
        var powers = OpStack.powers(reads(), contracts());
        assertThat(powers.posters().flatMap(who -> who.proposer())).contains(PLAN.account(Role.PROPOSER));
        assertThat(powers.posters().flatMap(who -> who.challenger())).contains(PLAN.account(Role.CHALLENGER));
    }

    private record Sent(Withdrawal withdrawal, L2Block block) {}

    private Sent sent() {
        Hash32 transaction = world.onL2(OpStack.initiate(STRANGER, AMOUNT));
        world.goOn(2);
        SealedBlock block =
                world.l2().history().transaction(transaction).orElseThrow().block();
        Withdrawal withdrawal = block.transactions().stream()
                .flatMap(each -> each.receipt().logs().stream())
                .flatMap(log -> Withdrawal.of(log) instanceof Answer.Proven<Withdrawal>(var found)
                        ? Stream.of(found)
                        : Stream.empty())
                .findFirst()
                .orElseThrow();
        return new Sent(withdrawal, new L2Block(block.number()));
    }

    private long now() {
        return world.l1.history().newest().header().unixSeconds();
    }

    private Reads reads() {
        return new Reads(view::run);
    }

    private Bridge.Contracts contracts() {
        return OpStack.contracts(reads(), PLAN.portal()).orElseThrow();
    }

    private ExitFacts facts(Sent sent) {
        return OpStack.exitFacts(reads(), contracts(), sent.withdrawal().hash(), ANNA.address(), new L1Time(now()))
                .orElseThrow();
    }

    private Standing standing(Sent sent) {
        return OpStack.standing(facts(sent), sent.block(), Optional.empty());
    }

    private Proof proof(Sent sent) {
        return facts(sent).proofs().getFirst();
    }

    private Game game(Sent sent) {
        return standing(sent) instanceof Standing.CanProve(Game best, var _) ? best : fail("nothing to prove against");
    }

    private SealedBlock block(Game output) {
        return world.l2().history().at(output.block().number()).orElseThrow();
    }

    private OutputRoot root(Game output) {
        return OutputRoot.of(block(output).header()).orElseThrow();
    }

    private List<Bytes> nodes(Sent sent, Game output) {
        List<Bytes> proof = block(output)
                .state()
                .prove(OpStack.MESSAGE_PASSER, List.of(sent.withdrawal().slot()))
                .slots()
                .getFirst()
                .nodes();
        return OpStack.storageProof(root(output), sent.withdrawal(), proof)
                        instanceof Answer.Proven<List<Bytes>>(var whole)
                ? whole
                : fail("no proof");
    }

    private void prove(Sent sent) {
        Game output = game(sent);
        requireDone(OpStack.prove(view.bridge(), sent.withdrawal(), output, root(output), nodes(sent, output)));
    }

    private void requireDone(L1Call call) {
        assertThat(RollupWorld.succeeded(world.l1, world.onL1(call))).isTrue();
    }

    /// As the one who may.
    private void delete(Game output) {
        Bytes call = Bytes.fromHex("0x89c44cbb")
                .plus(Bytes.of(Hash32.ofNumber(output.index().orElseThrow()).toArray()));
        PlayHand hand = new PlayHand(world.l1, Secp256k1.preferred(), PLAN.key(Role.CHALLENGER));
        Hash32 hash = hand.send(Optional.of(output.contract()), new Gas(300_000), Wei.ZERO, call);
        assertThat(RollupWorld.succeeded(world.l1, hash)).isTrue();
    }

    private boolean goesThrough(L1Call call) {
        return view.takes(ANNA.address(), call.to(), call.data());
    }
}
