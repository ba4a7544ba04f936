#pragma once

#include "core/model/request.h"

#include <QTableView>

namespace latchkey::ui {

class RequestModel;

/// The table of requests. A click or Enter on a key goes to it; a rejected row offers "Why was this
/// rejected?".
class LogTable : public QTableView {
    Q_OBJECT
public:
    LogTable(RequestModel &model, QWidget *parent = nullptr);
    [[nodiscard]] const RequestRecord *current() const;

signals:
    void keyRequested(const latchkey::KeyId &id);
    void onlyKeyRequested(const latchkey::KeyId &id);
    void whyRequested(const latchkey::RequestRecord &request);

protected:
    void contextMenuEvent(QContextMenuEvent *e) override;
    void keyPressEvent(QKeyEvent *e) override;
    void mouseMoveEvent(QMouseEvent *e) override;

private:
    void copyRow();

    RequestModel &m_model;
    qint64 m_place = 0;  ///< the current request, while the model is filled anew
    bool m_atTop = true; ///< the newest were in sight then
};

} // namespace latchkey::ui
