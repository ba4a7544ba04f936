#include "core/services/comparison/key_comparison.h"

#include <algorithm>

namespace latchkey {

namespace {
bool isThere(const ApiKey &k) {
    return k.state != KeyState::Deleted && k.state != KeyState::Purged;
}

bool scopesKnown(const ApiKey &k) {
    return !k.damaged && (!k.service || k.service->scopesKnown);
}

constexpr qint64 MinuteMs = 60'000;

/// Keys made one after the other with "90 days" are meant to end together.
bool endTogether(const std::optional<Instant> &a, const std::optional<Instant> &b) {
    if (!a || !b)
        return !a && !b;
    return qAbs(a->ms() - b->ms()) < MinuteMs;
}

/// What both sides have a word for.
struct Words {
    bool status, limits, expiry, customers, addresses;
    bool environment = false; ///< both may be of any
};

Words wordsOf(const Capabilities &a, const Capabilities &b) {
    return {a.deactivate && b.deactivate, a.rateLimits && b.rateLimits, a.expiry && b.expiry,
            a.customers && b.customers,   a.allowedIps && b.allowedIps, false};
}

Differences compare(const ApiKey &a, const ApiKey &b, const Words &words, Instant now) {
    Differences d;
    const KeyConfig &l = a.config, &r = b.config;
    if (scopesKnown(a) && scopesKnown(b)) {
        d.setFlag(Difference::Permissions, l.scopes != r.scopes);
        d.setFlag(Difference::Type, l.type != r.type);
    }
    d.setFlag(Difference::Status, words.status && statusOf(a, now) != statusOf(b, now));
    d.setFlag(Difference::Limits, words.limits && l.limits != r.limits);
    d.setFlag(Difference::Expiry, words.expiry && !endTogether(l.expires, r.expires));
    d.setFlag(Difference::Customers, words.customers && l.customers != r.customers);
    d.setFlag(Difference::Addresses, words.addresses && l.allowedIps != r.allowedIps);
    d.setFlag(Difference::Environment, words.environment && l.environment != r.environment);
    d.setFlag(Difference::Notes,
              l.owner != r.owner || l.tags != r.tags || l.note != r.note || l.storedIn != r.storedIn);
    return d;
}

/// The same text for two keys that do not differ in anything (in when they end: within the same minute): to
/// pair many of one name in linear time.
QString signature(const ApiKey &k, const Words &words, Instant now) {
    const KeyConfig &c = k.config;
    QStringList parts{c.owner, c.tags.join(u','), c.note, c.storedIn};
    parts.append(scopesKnown(k) ? c.scopes.toString() + u' ' + toWord(c.type) : QStringLiteral("?"));
    if (words.status)
        parts.append(toWord(statusOf(k, now)));
    if (words.limits) {
        for (const auto period : AllRatePeriods)
            parts.append(QString::number(c.limits.stored(period)));
    }
    if (words.expiry)
        parts.append(c.expires ? QString::number(c.expires->ms() / MinuteMs) : QString());
    if (words.customers)
        parts.append(c.customers.join(u','));
    if (words.addresses)
        parts.append(formatIpRanges(c.allowedIps));
    return parts.join(QChar(0x1f));
}

struct Name {
    QList<qsizetype> left, right;
};

/// The keys of one name: equal ones first, then by age.
void pairUp(const Name &name, const ComparedKeys &left, const ComparedKeys &right, const Words &words,
            Instant now, QList<ComparedPair> *pairs) {
    QList<qsizetype> lefts = name.left, rights = name.right;
    const bool often = lefts.size() > 1 || rights.size() > 1;
    const auto add = [&](qsizetype l, qsizetype r) {
        ComparedPair p{l, r, {}, false, often};
        if (l >= 0 && r >= 0) {
            p.differences = compare(left.keys[l], right.keys[r], words, now);
            p.unknown = !scopesKnown(left.keys[l]) || !scopesKnown(right.keys[r]);
        }
        pairs->append(p);
    };
    if (often && !lefts.isEmpty() && !rights.isEmpty()) {
        QMultiHash<QString, qsizetype> same;
        for (auto at = rights.crbegin(); at != rights.crend(); ++at) // take() gives the last one first
            same.insert(signature(right.keys[*at], words, now), *at);
        QList<qsizetype> rest;
        QSet<qsizetype> taken;
        for (const qsizetype l : std::as_const(lefts)) {
            const QString text = signature(left.keys[l], words, now);
            if (!same.contains(text)) {
                rest.append(l);
                continue;
            }
            const qsizetype r = same.take(text);
            taken.insert(r);
            add(l, r);
        }
        lefts = rest;
        rights.removeIf([&](qsizetype r) { return taken.contains(r); });
        const auto byAge = [](const QList<ApiKey> &keys) {
            return [&keys](qsizetype a, qsizetype b) { return keys[a].createdAt < keys[b].createdAt; };
        };
        std::stable_sort(lefts.begin(), lefts.end(), byAge(left.keys));
        std::stable_sort(rights.begin(), rights.end(), byAge(right.keys));
    }
    for (qsizetype i = 0; i < qMax(lefts.size(), rights.size()); ++i)
        add(lefts.value(i, -1), rights.value(i, -1));
}

QHash<QString, Name> keysByName(const QList<ApiKey> &left, const QList<ApiKey> &right) {
    QHash<QString, Name> names;
    names.reserve(left.size() + right.size());
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (isThere(left[i]))
            names[left[i].config.name].left.append(i);
    }
    for (qsizetype i = 0; i < right.size(); ++i) {
        if (isThere(right[i]))
            names[right[i].config.name].right.append(i);
    }
    return names;
}

/// Each environment of its own, but for a name that one key of each side has: these two belong together
/// wherever they are.
QHash<QString, Name> splitByEnvironment(const QHash<QString, Name> &names, const QList<ApiKey> &left,
                                        const QList<ApiKey> &right) {
    QHash<QString, Name> split;
    split.reserve(names.size());
    const auto in = [](const QString &name, const ApiKey &k) {
        return name + QChar(0x1f) + toWord(k.config.environment);
    };
    for (auto at = names.cbegin(); at != names.cend(); ++at) {
        if (at->left.size() == 1 && at->right.size() == 1) {
            split.insert(at.key(), *at);
            continue;
        }
        for (const qsizetype l : at->left)
            split[in(at.key(), left[l])].left.append(l);
        for (const qsizetype r : at->right)
            split[in(at.key(), right[r])].right.append(r);
    }
    return split;
}
} // namespace

MatchGroup ComparedPair::group() const {
    if (right < 0)
        return MatchGroup::OnlyLeft;
    if (left < 0)
        return MatchGroup::OnlyRight;
    if (differences)
        return MatchGroup::Different;
    return unknown ? MatchGroup::Unknown : MatchGroup::Equal;
}

Differences differencesOf(const ApiKey &left, const Capabilities &leftCan, const ApiKey &right,
                          const Capabilities &rightCan, Instant now) {
    return compare(left, right, wordsOf(leftCan, rightCan), now);
}

QList<ComparedPair> compareKeys(const ComparedKeys &left, const ComparedKeys &right, bool byEnvironment,
                                Instant now) {
    Words words = wordsOf(left.can, right.can);
    words.environment = byEnvironment;
    QHash<QString, Name> names = keysByName(left.keys, right.keys);
    if (byEnvironment)
        names = splitByEnvironment(names, left.keys, right.keys);
    std::vector<std::pair<QString, QString>> order; // folded, as it is
    order.reserve(static_cast<std::size_t>(names.size()));
    for (auto at = names.keyBegin(); at != names.keyEnd(); ++at)
        order.emplace_back(foldForSearch(*at), *at);
    std::sort(order.begin(), order.end());
    QList<ComparedPair> pairs;
    pairs.reserve(names.size());
    for (const auto &[folded, name] : order)
        pairUp(names[name], left, right, words, now, &pairs);
    return pairs;
}

} // namespace latchkey
