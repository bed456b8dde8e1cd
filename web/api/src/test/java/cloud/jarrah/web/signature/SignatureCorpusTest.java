package cloud.jarrah.web.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.web.http.Form;
import cloud.jarrah.web.http.ReceivedRequest;
import cloud.jarrah.web.testing.FakeCredentials;
import cloud.jarrah.web.testing.RequestCorpus;
import cloud.jarrah.web.testing.RequestCorpus.Sample;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that botocore signed, some of them spoilt afterwards. */
class SignatureCorpusTest {
  private final QuerySignatures check = TestSignatures.check(true);

  static Stream<Sample> samples() {
    return Stream.of("signatures.txt", "signatures-v2.txt")
        .flatMap(file -> RequestCorpus.read(SignatureCorpusTest.class, file).stream());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void signatureIsJudgedAsTheCorpusSays(Sample sample) {
    assertThat(judge(check, sample)).isEqualTo(sample.directive("expect"));
  }

  @Test
  void versionTwoIsRefusedWhereItIsNotAllowed() {
    QuerySignatures strict = TestSignatures.check(false);
    List<Sample> old = RequestCorpus.read(SignatureCorpusTest.class, "signatures-v2.txt");
    assertThat(old.stream().filter(sample -> sample.directive("expect").equals("accepted")))
        .isNotEmpty()
        .allSatisfy(
            sample -> assertThat(judge(strict, sample)).isEqualTo("UnsupportedOperation 400"));
  }

  @Test
  void versionTwoIsNotForTheOtherApis() {
    Sample old = RequestCorpus.read(SignatureCorpusTest.class, "signatures-v2.txt").get(0);
    SignatureCheck four = new SignatureCheck(new FakeCredentials(), FakeCredentials.CLOCK);
    assertThatThrownBy(() -> four.check(old.request(), SigningDialect.QUERY, Set.of("jarrah")))
        .hasMessageContaining("missing Authentication Token");
  }

  private static String judge(QuerySignatures by, Sample sample) {
    boolean sts = sample.name().startsWith("sts ");
    try {
      var signer =
          by.check(
              sample.request(),
              parameters(sample.request()),
              sts ? SigningDialect.QUERY : SigningDialect.EC2,
              Set.of(sts ? "sts" : "ec2"));
      return signer.identity().equals(FakeCredentials.ALICE) ? "accepted" : "somebody else";
    } catch (ApiException e) {
      return e.code().wireName() + " " + e.code().status();
    }
  }

  private static List<Form.Pair> parameters(ReceivedRequest request) {
    try {
      List<Form.Pair> parameters = new ArrayList<>(Form.parse(request.body().text()));
      if (request.query() != null) {
        parameters.addAll(Form.parse(request.query()));
      }
      return parameters;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
