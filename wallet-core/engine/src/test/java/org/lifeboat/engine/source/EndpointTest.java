package org.lifeboat.engine.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.primitives.ChainId;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://node.example/key, ",
        "HTTPS://node.example, ",
        "http://127.0.0.1:8545, ",
        "http://127.9.8.7, ",
        "http://localhost:8545, ",
        "http://[::1]:8545, ",
        "http://node.example, UNENCRYPTED",
        "http://192.168.1.2:8545, UNENCRYPTED",
        "http://127.0.0.1.example, UNENCRYPTED",
        "http://localhost.example, UNENCRYPTED",
        "https://user:word@node.example, CREDENTIALS_IN_ADDRESS",
        "ftp://node.example, NO_WEB_ADDRESS",
        "file:///etc/passwd, NO_WEB_ADDRESS",
        "node.example, NO_WEB_ADDRESS",
        "https://, NO_WEB_ADDRESS",
        "https://node.example:65535, ",
        "https://node.example:65536, NO_WEB_ADDRESS",
        "'https://bad host', NO_WEB_ADDRESS",
    })
    void objection_namesWhatStandsAgainst(String url, Endpoint.Objection expected) {
        Endpoint endpoint = new Endpoint(new SourceId(ChainId.ETHEREUM, url), false);

        assertThat(endpoint.objection().orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"http://node.example, ", "https://user:word@node.example, CREDENTIALS_IN_ADDRESS"})
    void objection_confirmationHelpsOnlyAgainstTheOpenWay(String url, Endpoint.Objection expected) {
        Endpoint endpoint = new Endpoint(new SourceId(ChainId.ETHEREUM, url), true);

        assertThat(endpoint.objection().orElse(null)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8545, true",
        "http://localhost:8545/key, true",
        "http://[::1]:8545, true",
        "https://node.example, false",
        "http://127.0.0.1.node.example, false",
        "not an address, false"
    })
    void isLocal_onlyOfThisComputersOwnNames(String url, boolean expected) {
        assertThat(new SourceId(new ChainId(1), url).isLocal()).isEqualTo(expected);
    }
}
