#pragma once

#include "core/model/catalogue.h"
#include "core/services/diagnosis/facts.h"

#include <QTimeZone>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace latchkey::ui {

class DateTimeField;

/// What is known of the request: every field may be left open.
class RequestFields : public QWidget {
    Q_OBJECT
public:
    RequestFields(const Catalogue &catalogue, const Clock &clock, const QTimeZone &zone,
                  QWidget *parent = nullptr);
    void setCatalogue(const Catalogue &catalogue);
    /// All fields as these facts have them.
    void setFacts(const diagnosis::Facts &facts);
    /// What the fields say; the rest (host, limits …) as it was set.
    [[nodiscard]] diagnosis::Facts facts() const;
    /// Puts the focus where a person says which environment the request went to.
    void askEnvironment();

signals:
    void changed();

private:
    QWidget *add(const QString &name, const QString &label, QWidget *field);
    void build();
    void fillScopes();
    void changedByHand();
    void checkAddress();
    Catalogue m_catalogue;
    const Clock &m_clock;
    QTimeZone m_zone;
    diagnosis::Facts m_facts;
    bool m_loading = false;
    QFormLayout *m_form;
    QComboBox *m_method;
    QLineEdit *m_path;
    QComboBox *m_scope;
    QComboBox *m_environment;
    QLineEdit *m_address;
    QLabel *m_badAddress;
    QLineEdit *m_customer;
    QCheckBox *m_now;
    DateTimeField *m_time;
    QComboBox *m_status;
};

} // namespace latchkey::ui
