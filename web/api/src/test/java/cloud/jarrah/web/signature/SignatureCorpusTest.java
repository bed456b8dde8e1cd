package cloud.jarrah.web.signature;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.web.testing.FakeCredentials;
import cloud.jarrah.web.testing.RequestCorpus;
import cloud.jarrah.web.testing.RequestCorpus.Sample;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that botocore signed, some of them spoilt afterwards. */
class SignatureCorpusTest {
  private final SignatureCheck check =
      new SignatureCheck(new FakeCredentials(), FakeCredentials.CLOCK);

  static List<Sample> samples() {
    return RequestCorpus.read(SignatureCorpusTest.class, "signatures.txt");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void signatureIsJudgedAsTheCorpusSays(Sample sample) {
    assertThat(judge(sample)).isEqualTo(sample.directive("expect"));
  }

  private String judge(Sample sample) {
    boolean sts = sample.name().startsWith("sts ");
    try {
      var signer =
          check.check(
              sample.request(),
              sts ? SigningDialect.QUERY : SigningDialect.EC2,
              Set.of(sts ? "sts" : "ec2"));
      return signer.identity().equals(FakeCredentials.ALICE) ? "accepted" : "somebody else";
    } catch (ApiException e) {
      return e.code().wireName() + " " + e.code().status();
    }
  }
}
