package cloud.jarrah.it;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.it.cloud.Tenant;
import cloud.jarrah.it.cloud.TestedCloud;
import cloud.jarrah.it.tools.ChildProcess;
import cloud.jarrah.it.tools.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every action by boto3: the script holds the story. */
class Boto3IT {
  private static final TestedCloud CLOUD = TestedCloud.current();

  @RegisterExtension static final Tenant TENANT = Tenant.of(CLOUD, "boto3");

  @Test
  void everyActionWorksByBoto3() {
    ChildProcess.Ended story = Python.with("boto3").run("boto3_story.py", TENANT.environment());
    assertThat(story.succeeded()).as("%s", story).isTrue();
    assertThat(story.out().strip()).endsWith("done");
  }
}
