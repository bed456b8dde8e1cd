package cloud.jarrah.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.platform.actions.ActionCatalogue;
import cloud.jarrah.web.http.Answer;
import cloud.jarrah.web.http.ErrorShape;
import cloud.jarrah.web.http.Exchange;
import cloud.jarrah.web.http.Failures;
import cloud.jarrah.web.http.ReceivedRequest;
import cloud.jarrah.web.signature.TestSignatures;
import cloud.jarrah.web.testing.RequestCorpus;
import cloud.jarrah.web.testing.RequestCorpus.Sample;
import cloud.jarrah.web.testing.Signer;
import cloud.jarrah.web.testing.StubActions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QueryEndpointTest {
  private final ActionCatalogue catalogue = StubActions.catalogue();
  private final QueryEndpoint endpoint =
      new QueryEndpoint(TestSignatures.check(true), catalogue, StubActions.dispatcher(catalogue));

  private Answer ask(String service, String parameters) {
    return ask(Signer.sign(RequestCorpus.request("POST", "/", Map.of(), parameters), service));
  }

  private Answer ask(ReceivedRequest request) {
    Exchange exchange = new Exchange("request-1", request, ErrorShape.EC2);
    try {
      return endpoint.handle(exchange);
    } catch (RuntimeException e) {
      return Failures.answer(e, exchange);
    }
  }

  @Test
  void ec2AnswerHasItsNamespaceAndRequestIdFirst() {
    Answer answer = ask("ec2", "Action=DescribeRegions&Version=2016-11-15");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("text/xml;charset=UTF-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">\
            <requestId>request-1</requestId><regionInfo><item><regionName>here</regionName>\
            <regionEndpoint>http://ec2.amazonaws.com/doc/2016-11-15/</regionEndpoint>\
            </item></regionInfo></DescribeRegionsResponse>""");
  }

  @Test
  void answerSpeaksTheVersionThatWasAsked() {
    Answer newest = ask("ec2", "Action=DescribeAvailabilityZones&Version=2016-11-15");
    assertThat(newest.body()).contains("<zoneId>h1</zoneId>");
    Answer old = ask("ec2", "Action=DescribeAvailabilityZones&Version=2010-08-31");
    assertThat(old.body())
        .contains("xmlns=\"http://ec2.amazonaws.com/doc/2010-08-31/\"")
        .contains("<zoneName>here-1a</zoneName>")
        .doesNotContain("zoneId")
        .doesNotContain("2016");
  }

  @Test
  void textOfUsersIsNeverTakenForTheNamespace() {
    Answer answer = ask("ec2", "Action=DescribeRegions&Version=2010-08-31&RegionName.1=x");
    assertThat(answer.body())
        .contains("<regionName>&lt;x</regionName>")
        .contains("<regionEndpoint>http://ec2.amazonaws.com/doc/2016-11-15/</regionEndpoint>");
  }

  @Test
  void parametersOfUrlAndFormCountTogether() {
    ReceivedRequest request =
        RequestCorpus.request(
            "POST",
            "/?Version=2016-11-15",
            Map.of("content-type", List.of("application/x-www-form-urlencoded; charset=utf-8")),
            "Action=DescribeRegions");
    assertThat(ask(Signer.sign(request, "ec2")).status()).isEqualTo(200);
  }

  @Test
  void stsAnswersInItsOwnShape() {
    Answer answer = ask("sts", "Action=GetCallerIdentity&Version=2011-06-15");
    assertThat(answer.body())
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">\
            <GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/alice</Arn>\
            <UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>\
            </GetCallerIdentityResult><ResponseMetadata><RequestId>request-1</RequestId>\
            </ResponseMetadata></GetCallerIdentityResponse>""");
  }

  @Test
  void ec2ErrorHasNoNamespace() {
    Answer answer =
        ask("ec2", "Action=TerminateInstances&Version=2016-11-15&InstanceId.1=i-%3Cb%3E");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Errors><Error>"
                + "<Code>InvalidInstanceID.NotFound</Code>"
                + "<Message>The instance ID 'i-&lt;b&gt;' does not exist</Message>"
                + "</Error></Errors><RequestID>request-1</RequestID></Response>");
  }

  @Test
  void stsErrorNamesTheSender() {
    Answer answer = ask("sts", "Action=Nothing&Version=2011-06-15");
    assertThat(answer.body())
        .contains("<Error><Type>Sender</Type><Code>InvalidAction</Code>")
        .contains("<RequestId>request-1</RequestId></ErrorResponse>");
  }

  @Test
  void insideOfTheHouseStaysInside() {
    Answer answer = ask("ec2", "Action=RunInstances&Version=2016-11-15&ImageId=ami-1");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("<Code>InternalError</Code>").doesNotContain("secret");
  }

  @Test
  void dryRunChangesNothing() {
    Answer answer = ask("ec2", "Action=RunInstances&Version=2016-11-15&ImageId=ami-1&DryRun=true");
    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.body()).contains("<Code>DryRunOperation</Code>");
  }

  static List<Sample> malformed() {
    return RequestCorpus.read(QueryEndpointTest.class, "malformed.txt").stream()
        .filter(sample -> sample.directive("where").isEmpty())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void malformedRequestGetsItsCode(Sample sample) {
    String service = sample.directive("sign");
    ReceivedRequest request =
        service.isEmpty() ? sample.request() : Signer.sign(sample.request(), service);
    Answer answer = ask(request);
    String code = answer.body().replaceAll("(?s).*<Code>(.*)</Code>.*", "$1");
    assertThat(answer.status() + " " + code).isEqualTo(sample.directive("expect"));
  }
}
