using Microsoft.VisualStudio.TestTools.UnitTesting;
using Moq;
using NSubstitute;
using NUnit.Framework;

namespace Corpus;

public interface IMailer
{
    bool Send(string to);
}

public sealed class Welcome(IMailer mailer)
{
    public int Sent { get; private set; }

    public bool Greet(string name)
    {
        if (name.Length == 0)
            throw new ArgumentException("empty", nameof(name));
        Sent++;
        return mailer.Send(name);
    }
}

[TestFixture]
public class WelcomeNUnit
{
    private Welcome _welcome = null!;

    [SetUp]
    public void SetUp() => _welcome = new Welcome(Substitute.For<IMailer>());

    [Test]
    public void Greet_SendsMail() => _welcome.Greet("Ann"); //@true GB1002

    [TestCase("Ann")]
    [TestCase("Bob")]
    public void Greet_CountsMails(string name) //@true GB1002
    {
        _welcome.Greet(name);
        NUnit.Framework.TestContext.WriteLine(_welcome.Sent);
    }

    [TestCaseSource(nameof(Names))]
    public async Task Greet_Later_SendsMail(string name) //@true GB1002
    {
        await Task.Run(() => _welcome.Greet(name));
    }

    private static string[] Names() => ["Ann"];

    [TestCase("Ann", ExpectedResult = false)]
    public bool Greet_ReturnsTheMailersAnswer(string name) => _welcome.Greet(name); //@near GB1002

    [Test, Explicit("sends real mail")]
    public void Greet_ReallySends() => _welcome.Greet("Ann"); //@near GB1002

    [Test]
    public void Greet_Passes() //@near GB1002
    {
        _welcome.Greet("Ann");
        NUnit.Framework.Assert.Pass();
    }
}

[TestClass]
public class WelcomeMSTest
{
    [TestMethod]
    public void Greet_ReturnsTrue() //@true GB1002
    {
        var mailer = new Mock<IMailer>();
        mailer.Setup(m => m.Send("Ann")).Returns(true);
        var answer = new Welcome(mailer.Object).Greet("Ann");
    }

    [TestMethod]
    public void Greet_SendsTwice() //@true GB1002
    {
        var mailer = Substitute.For<IMailer>();
        mailer.Send("Ann").Returns(true);
        var welcome = new Welcome(mailer);
        welcome.Greet("Ann");
        welcome.Greet("Ann");
        Console.WriteLine(mailer.ReceivedCalls().Count());
    }

    [DataTestMethod]
    [DataRow("Ann")]
    public void Greet_KeepsTheName(string name) //@true GB1002
    {
        var welcome = new Welcome(Mock.Of<IMailer>());
        if (!welcome.Greet(name))
            Console.WriteLine("not sent");
    }

    [TestMethod]
    [ExpectedException(typeof(ArgumentException))]
    public void Greet_RefusesNobody() => new Welcome(Mock.Of<IMailer>()).Greet(""); //@near GB1002

    [TestMethod]
    public void Greet_CallsTheMailer() //@near GB1002
    {
        var mailer = new Mock<IMailer>();
        new Welcome(mailer.Object).Greet("Ann");
        mailer.Verify(m => m.Send("Ann"), Times.Once());
    }

    [TestMethod]
    public void Greet_CallsNothingElse() //@near GB1002
    {
        var mailer = new Mock<IMailer>(MockBehavior.Strict);
        mailer.Setup(m => m.Send("Ann")).Returns(true);
        new Welcome(mailer.Object).Greet("Ann");
    }

    [TestMethod]
    public void Greet_CallsInOrder() //@near GB1002
    {
        var mailer = Substitute.For<IMailer>();
        var welcome = new Welcome(mailer);
        welcome.Greet("Ann");
        welcome.Greet("Bob");
        Received.InOrder(() => { mailer.Send("Ann"); mailer.Send("Bob"); });
    }

    [TestMethod, Microsoft.VisualStudio.TestTools.UnitTesting.Timeout(1000)]
    public void Greet_IsQuick() => new Welcome(Mock.Of<IMailer>()).Greet("Ann"); //@near GB1002

    [TestMethod, Microsoft.VisualStudio.TestTools.UnitTesting.Ignore("mail server is gone")]
    public void Greet_OverSmtp() => new Welcome(Mock.Of<IMailer>()).Greet("Ann"); //@near GB1002
}
