package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.wire.HttpCall;
import cloud.jarrah.it.wire.Keys;
import cloud.jarrah.it.wire.Session;
import cloud.jarrah.it.wire.SigV2;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/** Temporary keys, and the signatures of old clients, by tools that others wrote. */
class SessionsIT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "sessions");

  @Test
  void sessionWorksByTheAwsProgram() {
    AwsCli lasting = new AwsCli(CLOUD.endpoint(), TENANT.environment());
    List<String> keys =
        lasting.words(
            "sts",
            "get-session-token",
            "--duration-seconds",
            "900",
            "--query",
            "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]");
    Map<String, String> environment = new HashMap<>(TENANT.environment());
    environment.put("AWS_ACCESS_KEY_ID", keys.get(0));
    environment.put("AWS_SECRET_ACCESS_KEY", keys.get(1));
    environment.put("AWS_SESSION_TOKEN", keys.get(2));
    AwsCli session = new AwsCli(CLOUD.endpoint(), environment);
    assertThat(session.print("sts", "get-caller-identity", "--query", "Account"))
        .isEqualTo(TENANT.accountId());
    assertThat(session.print("ec2", "describe-regions", "--query", "Regions[].RegionName"))
        .isEqualTo(CLOUD.setting("REGION"));
    assertThat(session.run("sts", "get-session-token").err()).contains("AccessDenied");
  }

  @Test
  void sessionsAndVersionTwoWorkByBoto3() {
    ChildProcess.Ended story = Python.with("boto3").run("sessions_story.py", TENANT.environment());
    assertThat(story.succeeded()).as("%s", story).isTrue();
    assertThat(story.out().strip()).endsWith("done");
  }

  @Test
  void sessionWorksByTheSdkForJava() {
    Keys keys = TENANT.keys();
    Credentials made;
    try (StsClient sts = sts(AwsBasicCredentials.create(keys.accessKeyId(), keys.secret()))) {
      made = sts.getSessionToken(request -> request.durationSeconds(3600)).credentials();
    }
    AwsCredentials session =
        AwsSessionCredentials.create(
            made.accessKeyId(), made.secretAccessKey(), made.sessionToken());
    try (StsClient sts = sts(session);
        Ec2Client ec2 =
            Ec2Client.builder()
                .endpointOverride(CLOUD.endpoint())
                .region(Region.of(CLOUD.setting("REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(session))
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
      assertThat(sts.getCallerIdentity().account()).isEqualTo(TENANT.accountId());
      assertThat(ec2.describeRegions().regions()).hasSize(1);
      assertThat(catchThrowableOfType(StsException.class, sts::getSessionToken))
          .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
    }
  }

  private static StsClient sts(AwsCredentials credentials) {
    return StsClient.builder()
        .endpointOverride(CLOUD.endpoint())
        .region(Region.of(CLOUD.setting("REGION")))
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Test
  void versionTwoIsAcceptedByGetAndPostAndBothHashes() {
    Map<String, String> regions = Map.of("Action", "DescribeRegions", "Version", "2009-11-30");
    for (String method : List.of("HmacSHA256", "HmacSHA1")) {
      SigV2 signer = SigV2.now(CLOUD.endpoint(), TENANT.keys()).by(method);
      for (HttpCall call : List.of(signer.post(regions), signer.get(regions))) {
        assertThat(call.send().orThrow().body())
            .contains("http://ec2.amazonaws.com/doc/2009-11-30/");
      }
    }
  }

  @Test
  void sessionByVersionTwoIsItsUsers() {
    Session session = Session.of(TENANT.query().sts("GetSessionToken"));
    Map<String, String> who =
        Map.of(
            "Action",
            "GetCallerIdentity",
            "Version",
            "2011-06-15",
            "SecurityToken",
            session.token());
    SigV2 signer = SigV2.now(CLOUD.endpoint(), session.keys());
    assertThat(signer.post(who).send().orThrow().xml().first("Account"))
        .isEqualTo(TENANT.accountId());
  }
}
