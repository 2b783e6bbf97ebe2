package org.lifeboat.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.balances.BalanceSheet;
import org.lifeboat.engine.balances.Balances;
import org.lifeboat.engine.balances.Figure;
import org.lifeboat.engine.balances.Row;
import org.lifeboat.engine.balances.Watch;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.testkit.solidity.DeployedToken;
import org.lifeboat.testkit.solidity.TestContracts;
import org.lifeboat.testkit.solidity.TestToken;

/// Balances of tokens of which nothing is known but their address: wherever they keep their books, their own
/// code says it here.
class TokenBooksTest {
    private static StoryChain chain;

    @BeforeAll
    static void start() {
        chain = StoryChain.start();
    }

    @AfterAll
    static void stop() {
        if (chain != null) {
            chain.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfToken_isCheckedWithoutAPin(TestToken kind) throws InterruptedException {
        DeployedToken deployed = TestContracts.deploy(chain.node, kind);
        deployed.mint(chain.sender.toHex(), BigInteger.valueOf(321));

        Map<Address, Figure> figures = read(chain.balances(), chain.honest(), List.of(token(deployed.address())));

        assertChecked(figures.get(chain.sender), deployed.balanceOf(chain.sender.toHex()));
        assertChecked(figures.get(chain.other), BigInteger.ZERO);
    }

    @Test
    void aTokenThatGrows_isChecked() throws InterruptedException {
        String contract = deploy("RebasingToken");
        send(contract, "mint(address,uint256)", CallData.words(chain.sender, 1_000));
        send(contract, "grow(uint256)", CallData.words(500));

        assertChecked(
                read(chain.balances(), chain.honest(), List.of(token(contract))).get(chain.sender),
                BigInteger.valueOf(1_500));
    }

    @Test
    void aTokenThatDoesNotEnd_isNotWaitedFor_andNotChecked() throws InterruptedException {
        Figure figure = read(chain.balances(), chain.honest(), List.of(token(deploy("LoopingToken"))))
                .get(chain.sender);

        assertThat(figure).isInstanceOf(Figure.Problem.class);
    }

    @Test
    void aTokenThatReverts_isNoToken() throws InterruptedException {
        Figure figure = read(chain.balances(), chain.honest(), List.of(token(deploy("RevertingToken"))))
                .get(chain.sender);

        assertThat(((Figure.Problem) figure).reasons()).extracting(Note::kind).containsExactly(Note.Kind.NOT_A_TOKEN);
    }

    @Test
    void anUpgradedProxy_isReadByItsNewCode() throws InterruptedException {
        DeployedToken proxy = TestContracts.deploy(chain.node, TestToken.PROXY);
        proxy.mint(chain.sender.toHex(), BigInteger.valueOf(40));
        Balances balances = chain.balances();
        assertChecked(
                read(balances, chain.honest(), List.of(token(proxy.address()))).get(chain.sender),
                BigInteger.valueOf(40));
        String boasting = deploy("BoastingToken");
        send(proxy.address(), "upgradeTo(address)", CallData.words(Address.fromHex(boasting)));

        assertChecked(
                read(balances, chain.honest(), List.of(token(proxy.address()))).get(chain.sender),
                BigInteger.valueOf(400));
    }

    /// The head, and everything else at once, for tokens that were read before; a block later.
    @Test
    void theSecondRefresh_takesTwoRequests() throws InterruptedException {
        List<Token> tokens = new ArrayList<>();
        for (TestToken kind : TestToken.values()) {
            DeployedToken deployed = TestContracts.deploy(chain.node, kind);
            deployed.mint(chain.sender.toHex(), BigInteger.TEN);
            tokens.add(token(deployed.address()));
        }
        Balances balances = chain.balances();
        Source source = chain.throughLiar();
        chain.liar.forget();
        refresh(balances, source, tokens);
        int first = chain.liar.requests();
        chain.node.mine(1);
        chain.liar.forget();

        BalanceSheet sheet = refresh(balances, source, tokens);

        System.out.printf("requests: %d at first, then %d%n", first, chain.liar.requests());
        assertThat(chain.liar.requests()).isEqualTo(2);
        assertThat(first).isLessThanOrEqualTo(6);
        assertThat(sheet.networks().getFirst().rows())
                .allMatch(row -> row.newest() instanceof Figure.Known known
                        && known.assurance().has(Assurance.Mark.MATCHED));
    }

    private static Map<Address, Figure> read(Balances balances, Source source, List<Token> tokens)
            throws InterruptedException {
        return refresh(balances, source, tokens).networks().getFirst().rows().stream()
                .filter(row -> row.position().asset() instanceof Asset.Erc20)
                .collect(Collectors.toMap(row -> row.position().account(), Row::newest));
    }

    private static BalanceSheet refresh(Balances balances, Source source, List<Token> tokens)
            throws InterruptedException {
        Watch watch = new Watch(chain.network(), List.of(source), List.of(chain.sender, chain.other), tokens);
        return balances.refresh(List.of(watch), chain.patience(), _ -> {});
    }

    private static void assertChecked(Figure figure, BigInteger units) {
        assertThat(figure).isInstanceOf(Figure.Known.class);
        Figure.Known known = (Figure.Known) figure;
        assertThat(known.amount().units()).isEqualTo(units);
        assertThat(known.assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(known.notes()).isEmpty();
    }

    private static Token token(String contract) {
        return StoryChain.token(contract);
    }

    private static String deploy(String contract) {
        return TestContracts.deploy(chain.node, TestContracts.named(contract), "");
    }

    private static void send(String contract, String signature, String words) {
        chain.node.send("{\"from\":\"%s\",\"to\":\"%s\",\"data\":\"%s%s\"}"
                .formatted(chain.sender.toHex(), contract, CallData.selector(signature), words));
    }
}
