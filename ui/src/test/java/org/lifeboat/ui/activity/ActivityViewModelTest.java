package org.lifeboat.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.Activity;
import org.lifeboat.engine.activity.ActivityFilter;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.send.Submission;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.resources.Language;
import org.lifeboat.ui.LaterTasks;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.ScriptedSource;
import org.lifeboat.ui.SilentSource;
import org.lifeboat.ui.activity.TransactionScreen.Remark;
import org.lifeboat.ui.balances.Sheets;
import org.lifeboat.ui.phrases.Phrases;
import org.lifeboat.ui.pictures.Stageless;
import org.lifeboat.ui.states.Condition;
import org.lifeboat.ui.tasks.Tasks;

class ActivityViewModelTest {
    private final Records records = new Records();
    private final List<PaymentNews> told = new ArrayList<>();
    private final PaymentWatch watch = new PaymentWatch(records, Tasks.immediate(), told::addAll);
    private final ActivityViewModel model = new ActivityViewModel(records, watch, Tasks.immediate());

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void brokenDisk_isNotTakenForAnEmptyList_norWaitedForWithoutEnd() {
        records.close();
        model.load(ActivityFilter.ALL);

        assertThat(model.screen().get()).isEqualTo(new ActivityScreen.Unreadable());
    }

    @Test
    void list_isReadPieceByPiece() {
        model.load(ActivityFilter.ALL);
        assertThat(model.screen().get()).isEqualTo(new ActivityScreen.Empty());

        records.storage().atomically(() -> {
            for (int i = 1; i <= ActivityViewModel.FIRST_PIECE + 1; i++) {
                records.storage().activity().put(Transactions.of(i, Sheets.ETHEREUM, new Status.Saved()));
            }
            return true;
        });
        model.load(ActivityFilter.ALL);
        assertThat(shown().transactions()).hasSize(ActivityViewModel.FIRST_PIECE);
        assertThat(shown().total()).isEqualTo(ActivityViewModel.FIRST_PIECE + 1);

        model.more();
        assertThat(shown().transactions()).hasSize(ActivityViewModel.FIRST_PIECE + 1);
        assertThat(shown().next()).isEmpty();
    }

    @Test
    void filter_thatLeavesNothingIsNotTheEmptyPage() {
        records.storage().activity().put(Transactions.sent());
        model.load(ActivityFilter.of(Sheets.ETHEREUM.chain()));

        assertThat(shown().transactions()).isEmpty();
    }

    @Test
    void appending_keepsWhatIsThereAndStopsAtTheEnd() {
        put(ActivityViewModel.FIRST_PIECE + ActivityViewModel.PIECE + 1);
        model.load(ActivityFilter.ALL);
        OwnTransaction newest = shown().transactions().getFirst();

        model.more();
        model.more();
        model.more();

        assertThat(shown().transactions())
                .hasSize(ActivityViewModel.FIRST_PIECE + ActivityViewModel.PIECE + 1)
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo(newest);
    }

    private void put(int count) {
        records.storage().atomically(() -> {
            for (int i = 1; i <= count; i++) {
                records.storage().activity().put(Transactions.of(i, Sheets.ETHEREUM, new Status.Saved()));
            }
            return true;
        });
    }

    @Test
    void following_replacesOnlyWhatChangedAndNamesTheState() {
        OwnTransaction own = Transactions.of(3, Sheets.ETHEREUM, new Status.Sent(Records.NOW));
        records.storage().activity().put(own);
        source(query -> Optional.empty());
        model.load(ActivityFilter.ALL);
        model.follow();
        assertThat(shown().conditions()).containsExactly(new Condition.Offline());
        assertThat(shown().transactions()).containsExactly(own);

        model.load(ActivityFilter.of(Sheets.ETHEREUM.chain()));
        assertThat(shown().conditions())
                .as("another filter does not make it well")
                .contains(new Condition.Offline());
    }

    /// Two payments under way on two networks, of which one is silent.
    @Test
    void following_namesWhatOnlySomeAnswered_andBecomesOldOnceNobodyDoes() {
        OwnTransaction own = Transactions.of(3, Sheets.ETHEREUM, new Status.Sent(Records.NOW));
        records.storage().activity().put(own);
        records.storage().activity().put(Transactions.of(4, Sheets.OPTIMISM, new Status.Sent(Records.NOW)));
        boolean[] silent = new boolean[1];
        source(query -> switch (query) {
            case Query.ReceiptOf _, Query.TransactionOf _
            when !silent[0] -> Optional.of(new Reply.Got<>(Optional.empty()));
            case Query.NonceOf _ when !silent[0] -> Optional.of(new Reply.Got<>(own.nonce()));
            default -> Optional.empty();
        });
        String url = "http://127.0.0.1:9545";
        records.with(new SilentSource(new SourceId(Sheets.OPTIMISM.chain(), url), 10))
                .networks()
                .confirmEndpoint(Sheets.OPTIMISM.chain(), url, false, Records.NOW);
        model.follow();
        model.load(ActivityFilter.ALL);

        Condition partial = new Condition.Partial(1, 2, Condition.Of.PAYMENTS);
        assertThat(shown().conditions()).as("also where the list came later").containsExactly(partial);
        assertThat(shown().conditionsAt(Records.NOW.plus(ActivityScreen.OLD))).containsExactly(partial);

        silent[0] = true;
        watch.ask(_ -> {}, () -> {});
        assertThat(shown().conditionsAt(Records.NOW.plus(ActivityScreen.OLD).plusSeconds(1)))
                .containsExactly(new Condition.Offline(), new Condition.Stale(Records.NOW, Condition.Of.PAYMENTS));
        assertThat(shown().asking(true)
                        .conditionsAt(Records.NOW.plus(ActivityScreen.OLD).plusSeconds(1)))
                .as("while somebody is asked, that nothing came in is not known")
                .containsExactly(new Condition.Offline());
    }

    @Test
    void payment_thatBecameSomethingElseIsToldOnceAndOnThePage() {
        OwnTransaction own = Transactions.of(3, Sheets.ETHEREUM, new Status.Sent(Records.NOW));
        records.storage().activity().put(own);
        source(query -> switch (query) {
            case Query.ReceiptOf _, Query.TransactionOf _ -> Optional.of(new Reply.Got<>(Optional.empty()));
            case Query.NonceOf _ -> Optional.of(new Reply.Got<>(own.nonce()));
            default -> Optional.empty();
        });
        model.load(ActivityFilter.ALL);

        watch.ask(_ -> {}, () -> {});
        watch.ask(_ -> {}, () -> {});

        assertThat(told).singleElement().satisfies(news -> {
            Phrases english = Stageless.phrases(Language.ENGLISH);
            assertThat(news.title(english)).isEqualTo("Not known any more");
            assertThat(news.sentence(english, false)).isEqualTo("Send to 0xfB6916…c5d359: 0.75 ETH, Ethereum");
            assertThat(news.sentence(english, true)).isEqualTo("Send to 0xfB6916…c5d359, Ethereum");
        });
        assertThat(shown().transactions().getFirst().status()).isEqualTo(new Status.Dropped());
    }

    @Test
    void following_isShown_andCanBeGivenUp() {
        records.storage().activity().put(Transactions.of(3, Sheets.ETHEREUM, new Status.Sent(Records.NOW)));
        source(query -> Optional.empty());
        LaterTasks later = new LaterTasks();
        ActivityViewModel slow = new ActivityViewModel(records, new PaymentWatch(records, later, told::addAll), later);
        slow.load(ActivityFilter.ALL);
        later.runAll();
        slow.follow();
        assertThat(((ActivityScreen.Shown) slow.screen().get()).asking()).isTrue();

        slow.stopFollowing();
        assertThat(((ActivityScreen.Shown) slow.screen().get()).asking()).isFalse();
        later.runAll();
        assertThat(((ActivityScreen.Shown) slow.screen().get()).conditions())
                .as("what was given up says nothing")
                .isEmpty();

        slow.follow();
        later.runAll();
        assertThat(((ActivityScreen.Shown) slow.screen().get()).asking()).isFalse();
        assertThat(((ActivityScreen.Shown) slow.screen().get()).conditions()).containsExactly(new Condition.Offline());
    }

    @Test
    void opening_asksWhatBecameOfPaymentsOnceTheRowsStandThere() {
        records.storage().activity().put(Transactions.of(3, Sheets.ETHEREUM, new Status.Sent(Records.NOW)));
        ScriptedSource source = source(query -> Optional.empty());
        LaterTasks later = new LaterTasks();
        ActivityViewModel slow = new ActivityViewModel(records, new PaymentWatch(records, later, told::addAll), later);
        slow.begin();
        later.runNext();
        assertThat(((ActivityScreen.Shown) slow.screen().get()).transactions()).hasSize(1);
        assertThat(((ActivityScreen.Shown) slow.screen().get()).asking()).isTrue();
        assertThat(source.asked()).isEmpty();

        later.runAll();
        assertThat(source.asked()).isNotEmpty();
        assertThat(((ActivityScreen.Shown) slow.screen().get()).conditions()).containsExactly(new Condition.Offline());

        slow.load(ActivityFilter.ALL);
        int asked = source.asked().size();
        later.runAll();
        assertThat(source.asked()).as("another filter asks nobody").hasSize(asked);
    }

    /// The order of the whole list, and its file, whatever pieces it is read in.
    @Test
    void pieces_makeUpTheWholeListInItsOrder_withAndWithoutAFilter() {
        put(ActivityViewModel.FIRST_PIECE + ActivityViewModel.PIECE + 1);
        records.storage().activity().put(Transactions.of(5_000, Sheets.OPTIMISM, new Status.Saved()));
        for (ActivityFilter filter : List.of(ActivityFilter.ALL, ActivityFilter.of(Sheets.ETHEREUM.chain()))) {
            model.load(filter);
            while (shown().next().isPresent()) {
                model.more();
            }
            assertThat(shown().transactions())
                    .isEqualTo(new Activity(records.storage()).everything(filter))
                    .hasSize((int) shown().total())
                    .isSortedAccordingTo(
                            Comparator.comparing(OwnTransaction::signedAt).reversed());
            assertThat(model.csv(filter).get().lines()).hasSize((int) shown().total() + 1);
        }
    }

    @Test
    void following_withoutAnybodyToAskSaysNothing() {
        records.storage().activity().put(Transactions.sent());
        model.load(ActivityFilter.ALL);
        model.follow();

        assertThat(shown().conditions()).isEmpty();
        assertThat(records.asked()).isEmpty();
    }

    @Test
    void resend_handsOverTheSameBytesAndSaysWhoTookThem() {
        OwnTransaction own = Transactions.of(3, Sheets.ETHEREUM, new Status.Saved());
        records.storage().activity().put(own);
        ScriptedSource source = source(query -> query instanceof Query.SendRaw
                ? Optional.of(new Reply.Refused<>(-32_000, "already known", Optional.empty()))
                : Optional.empty());
        model.load(ActivityFilter.ALL);
        model.open(own);
        assertThat(opened().transaction()).isEqualTo(own);

        model.resend();

        assertThat(opened().remark()).isEqualTo(new Remark.Taken(List.of(source.id())));
        assertThat(opened().transaction().status()).isInstanceOf(Status.Sent.class);
        assertThat(shown().transactions().getFirst().status()).isInstanceOf(Status.Sent.class);
        assertThat(source.asked()).containsExactly(new Query.SendRaw(own.signed()));
    }

    @Test
    void resend_thatNobodyTakesSaysTheReasonsAndKeepsTheStatus() {
        OwnTransaction own = Transactions.of(3, Sheets.ETHEREUM, new Status.Saved());
        records.storage().activity().put(own);
        ScriptedSource source = source(query -> Optional.of(new Reply.Refused<>(1, "nonce too low", Optional.empty())));
        model.load(ActivityFilter.ALL);
        model.open(own);
        model.resend();

        assertThat(opened().remark())
                .isEqualTo(new Remark.NotTaken(List.of(new Submission.Refusal(source.id(), "nonce too low"))));
        assertThat(opened().transaction()).isEqualTo(own);
    }

    @Test
    void details_withoutASourceSaySoAndAskNobody() {
        OwnTransaction own = Transactions.sent();
        records.storage().activity().put(own);
        model.load(ActivityFilter.ALL);
        model.open(own);
        model.look();
        assertThat(opened().remark()).isEqualTo(new Remark.NoSource());
        model.resend();
        assertThat(opened().remark()).isEqualTo(new Remark.NoSource());

        model.close();
        assertThat(model.opened().get()).isEmpty();
    }

    @Test
    void details_nameTheOthersWithTheSameNumber() {
        OwnTransaction old = Transactions.of(3, Sheets.ETHEREUM, new Status.Saved());
        OwnTransaction newer = Transactions.rivalOf(old);
        records.storage().activity().put(old);
        records.storage().activity().put(newer);
        records.storage().activity().put(Transactions.of(4, Sheets.ETHEREUM, new Status.Saved()));
        model.load(ActivityFilter.ALL);

        model.open(old);

        assertThat(opened().rivals()).containsExactly(newer);
    }

    @Test
    void look_thatIsNotAnsweredKeepsWhatIsKnown() {
        OwnTransaction own = Transactions.of(3, Sheets.ETHEREUM, new Status.Sent(Records.NOW));
        records.storage().activity().put(own);
        source(query -> Optional.empty());
        model.load(ActivityFilter.ALL);
        model.open(own);
        model.look();

        assertThat(opened().remark()).isEqualTo(new Remark.NotAnswered());
        assertThat(opened().transaction()).isEqualTo(own);
        assertThat(opened().look()).isPresent();
    }

    @Test
    void periods_haveTheirEdges() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant newYear = Instant.parse("2025-12-31T23:00:00Z");

        assertThat(Period.ALWAYS.from(Records.NOW, berlin)).isEmpty();
        assertThat(Period.THIS_YEAR.from(Records.NOW, berlin)).contains(newYear);
        assertThat(Period.LAST_YEAR.until(Records.NOW, berlin)).contains(newYear);
        assertThat(Period.LAST_YEAR.from(Records.NOW, berlin)).contains(Instant.parse("2024-12-31T23:00:00Z"));
        assertThat(Period.WEEK.from(Records.NOW, berlin)).contains(Instant.parse("2026-11-14T13:05:00Z"));
    }

    private ScriptedSource source(Function<Query<?>, Optional<Reply<?>>> script) {
        String url = "http://127.0.0.1:8545";
        ScriptedSource source = new ScriptedSource(new SourceId(Sheets.ETHEREUM.chain(), url), script);
        records.with(source).networks().confirmEndpoint(Sheets.ETHEREUM.chain(), url, false, Records.NOW);
        return source;
    }

    private TransactionScreen opened() {
        return model.opened().get().orElseThrow();
    }

    private ActivityScreen.Shown shown() {
        return (ActivityScreen.Shown) model.screen().get();
    }
}
