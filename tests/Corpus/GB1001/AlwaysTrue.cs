using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NUnit.Framework;
using Shouldly;
using Xunit;
using Assert = Xunit.Assert;
using MsAssert = Microsoft.VisualStudio.TestTools.UnitTesting.Assert;
using NAssert = NUnit.Framework.Assert;

namespace Corpus;

public sealed class Inbox
{
    private readonly List<string> _mails = new();

    public int Unread { get; private set; }

    public IReadOnlyList<string> Mails => _mails;

    public string? Last { get; set; }

    public uint Size => (uint)_mails.Count;

    public DateTime Opened { get; } = DateTime.UnixEpoch;

    public bool Receive(string mail)
    {
        _mails.Add(mail);
        Last = mail;
        Unread++;
        return true;
    }

    public Guid Send(string mail) => new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte)mail.Length);

    public string? Peek() => Last;
}

public class AlwaysTrue
{
    [Fact]
    public void Receive_Works()
    {
        new Inbox().Receive("hi");
        Assert.True(true); //@true GB1001
    }

    [Fact]
    public void Receive_WorksWithReason()
    {
        new Inbox().Receive("hi");
        Assert.True(true, "no exception was thrown"); //@true GB1001
    }

    [Fact]
    public void Receive_IsMarkedDone()
    {
        var success = false;
        new Inbox().Receive("hi");
        success = true;
        Assert.True(success); //@true GB1001
    }

    [Fact]
    public void Receive_CountsOne()
    {
        var expected = 1;
        var actual = 1;
        new Inbox().Receive("hi");
        Assert.Equal(expected, actual); //@true GB1001
    }

    [Fact]
    public void Receive_KeepsMail()
    {
        var mail = "hi";
        new Inbox().Receive(mail);
        Assert.Equal("hi", mail); //@true GB1001
    }

    [Fact]
    public void Send_GivesId()
    {
        var id = new Inbox().Send("hi");
        Assert.NotNull((object)id); //@true GB1001
    }

    [Fact]
    public void Send_IdIsStable()
    {
        var id = new Inbox().Send("hi");
        Assert.Equal(id.ToString().Length >= 0, true); //@true GB1001
    }

    [Fact]
    public void Constructor_CreatesInbox()
    {
        var inbox = new Inbox();
        Assert.NotNull(inbox); //@true GB1001
    }

    [Fact]
    public void Mails_AreCounted()
    {
        var inbox = new Inbox();
        inbox.Receive("hi");
        Assert.True(inbox.Mails.Count >= 0); //@true GB1001
    }

    [Fact]
    public void Mails_AreCountedWithLinq()
    {
        var inbox = new Inbox();
        inbox.Receive("hi");
        inbox.Mails.Count(m => m.Length > 0).Should().BeGreaterThanOrEqualTo(0); //@true GB1001
    }

    [Fact]
    public void Size_IsUnsigned()
    {
        var inbox = new Inbox();
        inbox.Receive("hi");
        Assert.True(inbox.Size >= 0); //@true GB1001
    }

    [Fact]
    public void Unread_Stays()
    {
        var inbox = new Inbox();
        inbox.Receive("hi");
        Assert.Equal(inbox.Unread, inbox.Unread); //@true GB1001
    }

    [Fact]
    public void Inbox_IsKept()
    {
        var inbox = new Inbox();
        var same = inbox;
        inbox.Receive("hi");
        same.ShouldBeSameAs(inbox); //@true GB1001
    }

    [Fact]
    public void Peek_GivesItself()
    {
        var last = new Inbox().Peek();
        Assert.Equal(last, last); //@true GB1001
    }

    [Fact]
    public void Inbox_IsAnInbox()
    {
        var inbox = new Inbox();
        inbox.Receive("hi");
        Assert.IsType<Inbox>(inbox); //@true GB1001
    }

    [Fact]
    public void Receive_TrueOrFalse()
    {
        var received = new Inbox().Receive("hi");
        Assert.True(received || !received); //@true GB1001
    }

    [Fact]
    public void Peek_AfterGuard()
    {
        var inbox = new Inbox();
        inbox.Receive("hi");
        var last = inbox.Peek();
        if (last == null)
            throw new InvalidOperationException();
        Assert.NotNull(last); //@true GB1001
    }

    [Fact]
    public void Opened_HasValue() => new Inbox().Opened.ShouldNotBe(default); //@near GB1001

    [Fact]
    public void Text_IsInterpolated()
    {
        var text = $"{new Inbox().Unread} mails";
        Assert.NotNull(text); //@true GB1001
    }

    [Fact]
    public void Numbers_Differ()
    {
        const int before = 0;
        const int after = 1;
        new Inbox().Receive("hi");
        Assert.NotEqual(before, after); //@true GB1001
    }

    [Fact]
    public void Nothing_IsNull()
    {
        string? error = null;
        new Inbox().Receive("hi");
        Assert.Null(error); //@true GB1001
    }

    [Test]
    public void Constraint_OfConstant()
    {
        var total = 2 + 3;
        NAssert.That(total, Is.EqualTo(5)); //@true GB1001
    }

    [Test]
    public void Constraint_NotNullOfNew()
    {
        var mails = new List<string>();
        NAssert.That(mails, Is.Not.Null); //@true GB1001
    }

    [TestMethod]
    public void Ms_AreEqualOfItself()
    {
        var unread = new Inbox().Unread;
        MsAssert.AreEqual(unread, unread); //@true GB1001
    }

    [TestMethod]
    public void Ms_IsNotNullOfStruct()
    {
        MsAssert.IsNotNull(new Inbox().Send("hi")); //@true GB1001
    }

    [Fact]
    public void Fluent_OfLiteral()
    {
        new Inbox().Receive("hi");
        true.Should().BeTrue(); //@true GB1001
    }
}
