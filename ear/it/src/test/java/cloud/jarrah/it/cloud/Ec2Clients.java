package cloud.jarrah.it.cloud;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The AWS SDK for Java's clients of a tenant; whoever makes one closes it. */
public final class Ec2Clients {
  private Ec2Clients() {}

  public static Ec2Client of(Tenant tenant) {
    return Ec2Client.builder()
        .endpointOverride(tenant.cloud().endpoint())
        .region(region(tenant))
        .credentialsProvider(credentials(tenant))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  public static Ec2AsyncClient asynchronousOf(Tenant tenant) {
    return Ec2AsyncClient.builder()
        .endpointOverride(tenant.cloud().endpoint())
        .region(region(tenant))
        .credentialsProvider(credentials(tenant))
        .httpClient(NettyNioAsyncHttpClient.create())
        .build();
  }

  private static Region region(Tenant tenant) {
    return Region.of(tenant.cloud().setting("REGION"));
  }

  /** Asked for late: the account may be made after the client. */
  private static AwsCredentialsProvider credentials(Tenant tenant) {
    return () -> AwsBasicCredentials.create(tenant.keys().accessKeyId(), tenant.keys().secret());
  }
}
