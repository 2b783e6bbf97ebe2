package org.lifeboat.ui.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.engine.source.SourceId;
import org.lifeboat.engine.token.TokenFacts;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.TokenReader;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.ui.Records;
import org.lifeboat.ui.ScriptedSource;
import org.lifeboat.ui.balances.TokenScreen.Problem;
import org.lifeboat.ui.pictures.Tokenish;
import org.lifeboat.ui.tasks.Tasks;

class TokenViewModelTest {
    private static final String CONTRACT = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
    private static final ChainId CHAIN = new ChainId(1);

    private final Records records = new Records();
    private final Tokens tokens =
            new Tokens(TokenList.bundled(), records.storage().tokens());
    private int refreshes;
    private final TokenViewModel model = new TokenViewModel(records, tokens, Tasks.immediate(), () -> refreshes++);

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void withoutASource_thereIsNobodyToReadFrom() {
        model.load();

        assertThat(model.screen().get()).isEqualTo(new TokenScreen.NoSource());
    }

    @Test
    void token_isShownFirstAndAddedOnlyByTheSecondPress() {
        source("USDC", 6);
        model.load();
        read(CONTRACT);

        assertThat(model.screen().get()).isInstanceOfSatisfying(TokenScreen.Found.class, found -> {
            assertThat(found.facts()).isEqualTo(new TokenFacts("Play dollar", "USDC", 6));
            assertThat(found.warnings()).as("another USDC is in the list").isNotEmpty();
            assertThat(found.hosts()).containsExactly("127.0.0.1:8545");
        });
        assertThat(records.storage().tokens().of(CHAIN)).isEmpty();

        model.add();

        assertThat(model.screen().get()).isInstanceOf(TokenScreen.Added.class);
        assertThat(records.storage().tokens().of(CHAIN)).hasSize(1);
        assertThat(refreshes).isEqualTo(1);
    }

    @Test
    void address_isLookedAtBeforeAnybodyIsAsked() {
        ScriptedSource source = source("PLAY", 18);
        model.load();

        read("0x12");
        assertThat(problem()).isEqualTo(new Problem.NotAnAddress());
        read("0xfb6916095ca1df60bB79Ce92cE3Ea74c37c5d359");
        assertThat(problem()).isEqualTo(new Problem.Checksum());
        assertThat(source.asked()).isEmpty();

        String bundled = tokens.of(CHAIN).getFirst().contract().toChecksum();
        read(bundled);
        assertThat(problem()).isInstanceOf(Problem.AlreadyThere.class);
        assertThat(source.asked()).isEmpty();
        assertThat(((TokenScreen.Asking) model.screen().get()).address()).isEqualTo(bundled);
    }

    @Test
    void whatIsNoToken_orIsNotAnswered_isNotAdded() {
        ScriptedSource none = new ScriptedSource(
                new SourceId(CHAIN, "http://127.0.0.1:8545"),
                query -> Optional.of(
                        query instanceof Query.CodeOf
                                ? new Reply.Got<>(Bytes.EMPTY)
                                : new Reply.Refused<Bytes>(3, "reverted", Optional.empty())));
        confirm(none);
        model.load();
        read(CONTRACT);
        assertThat(problem()).isEqualTo(new Problem.NotAToken());

        records.with(new ScriptedSource(none.id(), _ -> Optional.empty()));
        read(CONTRACT);
        assertThat(problem()).isInstanceOf(Problem.Unanswered.class);
        model.add();
        assertThat(records.storage().tokens().of(CHAIN)).isEmpty();
    }

    @Test
    void oddity_isShown() {
        source("", 18);
        model.load();
        read(CONTRACT);

        assertThat(((TokenScreen.Found) model.screen().get()).oddities()).contains(TokenReader.Oddity.NO_SYMBOL);
        model.back();
        assertThat(((TokenScreen.Asking) model.screen().get()).address()).isEqualTo(CONTRACT);
    }

    private Problem problem() {
        return ((TokenScreen.Asking) model.screen().get()).problem();
    }

    private void read(String address) {
        Network network = records.networks().find(CHAIN).orElseThrow();
        model.read(network, address);
    }

    private ScriptedSource source(String symbol, int decimals) {
        return confirm(Tokenish.source(new SourceId(CHAIN, "http://127.0.0.1:8545"), symbol, decimals));
    }

    private ScriptedSource confirm(ScriptedSource source) {
        records.with(source).networks().confirmEndpoint(CHAIN, source.id().url(), false, Records.NOW);
        return source;
    }
}
