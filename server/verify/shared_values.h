#pragma once

#include "server/verify/chunked.h"

#include <QByteArray>
#include <QHash>
#include <utility>
#include <vector>

namespace latchkey::server {

/// Values that many keys have in common, each kept once, by number; 0 is the empty one. One thread takes and
/// drops, others read those that somebody holds.
template<typename T>
class SharedValues {
public:
    SharedValues() { m_values.add(); }

    /// The number of the value with this canonical text, with one more holder. `make()` gives a new one.
    template<typename F>
    quint32 take(const QByteArray &text, F make) {
        if (const auto known = m_numbers.constFind(text); known != m_numbers.cend()) {
            hold(*known);
            return *known;
        }
        quint32 number = 0;
        if (m_free.empty()) {
            number = m_values.add();
        } else {
            number = m_free.back();
            m_free.pop_back();
        }
        Held &held = m_values.at(number);
        held.value = make();
        held.text = text;
        held.holders = 1;
        m_numbers.insert(text, number);
        return number;
    }
    void hold(quint32 number) { ++m_values.at(number).holders; }
    /// One holder less; true when it was the last one: nobody may read it any more.
    bool drop(quint32 number) {
        Held &held = m_values.at(number);
        if (number == 0 || --held.holders > 0)
            return false;
        m_numbers.remove(held.text);
        held = {};
        m_free.push_back(number);
        return true;
    }
    [[nodiscard]] const T &at(quint32 number) const { return m_values.at(number).value; }
    [[nodiscard]] qsizetype size() const { return m_numbers.size(); }

private:
    struct Held {
        T value;
        QByteArray text;
        quint32 holders = 0;
    };
    Chunked<Held> m_values;
    QHash<QByteArray, quint32> m_numbers;
    std::vector<quint32> m_free;
};

} // namespace latchkey::server
