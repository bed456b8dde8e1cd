package cloud.jarrah.api.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WireTypesTest {

  @Test
  void runInstancesAnswerHasThePublishedElementsInThePublishedOrder() throws Exception {
    RunInstancesResponse answer = new RunInstancesResponse();
    answer.requestId = "11111111-2222-3333-4444-555555555555";
    answer.reservationId = "r-0123456789abcdef0";
    answer.ownerId = "123456789012";
    answer.groupSet.add(Samples.group());
    answer.instancesSet.add(Samples.instance());

    assertThat(Xml.write(answer)).isEqualTo(Xml.golden("RunInstancesResponse.xml"));
  }

  @Test
  void describeInstancesAnswerHasThePublishedElementsInThePublishedOrder() throws Exception {
    DescribeInstancesResponse answer = new DescribeInstancesResponse();
    answer.requestId = "11111111-2222-3333-4444-555555555555";
    ReservationItem reservation = new ReservationItem();
    reservation.reservationId = "r-0123456789abcdef0";
    reservation.ownerId = "123456789012";
    reservation.instancesSet.add(Samples.instance());
    answer.reservationSet.add(reservation);
    answer.nextToken = "more";

    assertThat(Xml.write(answer)).isEqualTo(Xml.golden("DescribeInstancesResponse.xml"));
  }

  @Test
  void emptyListOfAnAnswerIsAnEmptyElement() throws Exception {
    DescribeKeyPairsResponse answer = new DescribeKeyPairsResponse();
    answer.requestId = "r";

    assertThat(Xml.write(answer).replaceAll("\\s+<", "<"))
        .isEqualTo(
            "<DescribeKeyPairsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">"
                + "<requestId>r</requestId><keySet/></DescribeKeyPairsResponse>");
  }

  @Test
  void answerSurvivesTheWayThroughXml() throws Exception {
    DescribeInstancesResponse answer =
        Xml.read(DescribeInstancesResponse.class, Xml.golden("DescribeInstancesResponse.xml"));

    InstanceItem instance = answer.reservationSet.get(0).instancesSet.get(0);
    assertThat(answer.requestId).isEqualTo("11111111-2222-3333-4444-555555555555");
    assertThat(instance.launchTime).isEqualTo(Samples.LAUNCHED);
    assertThat(instance.groupSet.get(0).groupName).isEqualTo("default");
    assertThat(instance.networkInterfaceSet.get(0).attachment.deleteOnTermination).isTrue();
    assertThat(Xml.write(answer)).isEqualTo(Xml.golden("DescribeInstancesResponse.xml"));
  }

  @Test
  void soapRequestIsReadWhicheverPrefixItUses() throws Exception {
    RunInstancesRequest request =
        Xml.read(RunInstancesRequest.class, Xml.golden("RunInstances.xml"));

    assertThat(request.imageId).isEqualTo("ami-1");
    assertThat(request.maxCount).isEqualTo(3);
    assertThat(request.groupSet).extracting(group -> group.groupName).containsExactly("default");
    assertThat(request.userData).extracting(data -> data.data).isEqualTo("aGVsbG8=");
    assertThat(request.placement).extracting(p -> p.availabilityZone).isEqualTo("jarrah-1a");
    assertThat(request.monitoring).extracting(m -> m.enabled).isEqualTo(false);
    assertThat(request.blockDeviceMapping).isNotNull();
    assertThat(request.networkInterfaceSet).isNull();
  }

  @Test
  void elementThatNobodyKnowsIsIgnored() throws Exception {
    GetConsoleOutputRequest request =
        Xml.read(
            GetConsoleOutputRequest.class,
            "<GetConsoleOutput xmlns='http://ec2.amazonaws.com/doc/2016-11-15/'>"
                + "<future>1</future><instanceId>i-1</instanceId></GetConsoleOutput>");

    assertThat(request.instanceId).isEqualTo("i-1");
  }
}
