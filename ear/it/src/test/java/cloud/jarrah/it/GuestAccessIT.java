package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cloud.jarrah.client.ec2.GetConsoleScreenshotType;
import cloud.jarrah.client.ec2.SendDiagnosticInterruptType;
import cloud.jarrah.it.cloud.Ec2Clients;
import cloud.jarrah.it.cloud.Machines;
import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.AwsCli;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import cloud.jarrah.it.tools.SoapClient;
import cloud.jarrah.it.tools.Waiting;
import cloud.jarrah.it.wire.HttpAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Screenshots and interrupts, by every client. Simulated guests have a display, real ones none. */
class GuestAccessIT {
  private static final TestedCloud CLOUD = TestedCloud.current();
  private static final String JPEG = "/9j/";

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "guests");

  private final AwsCli aws = new AwsCli(CLOUD.endpoint(), TENANT.environment());
  private String id = "";

  /** Each test has its own, since the extension ends what a test has begun. */
  @BeforeEach
  void run() {
    id = TENANT.machines().running().id();
    // Before its kernel runs, nothing in a guest takes notice of an interrupt.
    awaitWritten("READY");
  }

  @AfterEach
  void guestStillRuns() {
    assertThat(TENANT.machines().see(id).state()).isEqualTo("running");
  }

  private String console() {
    String output =
        TENANT.query().ec2("GetConsoleOutput", "InstanceId", id).orThrow().xml().first("output");
    return new String(Base64.getMimeDecoder().decode(output), StandardCharsets.UTF_8);
  }

  private void awaitWritten(String text) {
    Waiting.until(
        "the console of " + id + " says " + text,
        Machines.LIMIT,
        this::console,
        written -> written.contains(text));
  }

  @Test
  void awsCliSeesAndInterruptsTheGuest() {
    String[] look = {
      "ec2", "get-console-screenshot", "--instance-id", id, "--wake-up", "--query", "ImageData"
    };
    if (CLOUD.hasLabHosts()) {
      assertThat(aws.run(look).err()).contains("UnsupportedOperation");
    } else {
      assertThat(aws.words(look)).singleElement().asString().startsWith(JPEG);
    }
    aws.print("ec2", "send-diagnostic-interrupt", "--instance-id", id);
    awaitWritten(CLOUD.hasLabHosts() ? "NMI" : "non-maskable interrupt");
  }

  @Test
  void boto3TellsTheWholeStory() {
    String expected = CLOUD.hasLabHosts() ? "none" : "picture";
    ChildProcess.Ended story =
        Python.with("boto3").run("guest_story.py", TENANT.environment(), id, expected);
    assertThat(story.succeeded()).as("%s", story).isTrue();
    assertThat(story.out().strip()).endsWith("done");
  }

  @Test
  void sdkForJavaSeesAndInterruptsTheGuest() {
    try (Ec2Client sdk = Ec2Clients.of(TENANT);
        Ec2AsyncClient async = Ec2Clients.asynchronousOf(TENANT)) {
      sdk.sendDiagnosticInterrupt(r -> r.instanceId(id));
      async.sendDiagnosticInterrupt(r -> r.instanceId(id)).join();
      assertShown(() -> sdk.getConsoleScreenshot(r -> r.instanceId(id)).imageData());
      assertShown(() -> async.getConsoleScreenshot(r -> r.instanceId(id)).join().imageData());
    }
  }

  @Test
  void soapStubsSeeAndInterruptTheGuest() {
    SoapClient soap = SoapClient.of(TENANT.environment());
    GetConsoleScreenshotType look = new GetConsoleScreenshotType();
    look.setInstanceId(id);
    look.setWakeUp(true);
    assertShown(() -> soap.port().getConsoleScreenshot(look).getImageData());
    SendDiagnosticInterruptType interrupt = new SendDiagnosticInterruptType();
    interrupt.setInstanceId(id);
    assertThat(soap.port().sendDiagnosticInterrupt(interrupt).isReturn()).isTrue();
  }

  private static void assertShown(Supplier<String> look) {
    if (CLOUD.hasLabHosts()) {
      assertThatThrownBy(look::get).hasMessageContaining("no display");
    } else {
      assertThat(look.get()).startsWith(JPEG);
    }
  }

  @Test
  void whatDoesNotRunIsRefused() {
    String stopped = TENANT.machines().running().id();
    TENANT.machines().tell("StopInstances", stopped);
    TENANT.machines().await(stopped, "stopped");
    assertRefused("IncorrectInstanceState", "GetConsoleScreenshot", "InstanceId", stopped);
    assertRefused("IncorrectInstanceState", "SendDiagnosticInterrupt", "InstanceId", stopped);
  }

  private static void assertRefused(String code, String action, String... parameters) {
    HttpAnswer answer = TENANT.query().ec2(action, parameters);
    assertThat(answer.errorCode()).as("%s", answer).isEqualTo(code);
  }
}
