### The log: what happened to a person, in a few words without a full stop.

event-challenge-passed = 正しいコードを入力
event-challenge-failed = 間違ったコードを入力
event-challenge-throttled = コードの間違いが多すぎたため拒否
event-enrollment-begun = 2要素認証の手段の設定を開始
event-authenticator-added = 2要素認証の手段を有効化
event-authenticator-renamed = 2要素認証の手段の名前を変更
event-authenticator-removed = 2要素認証の手段を削除
event-recovery-code-used = 復旧コードを使用
event-recovery-codes-renewed = 新しい復旧コードを発行
event-device-remembered = デバイスを記憶
event-device-stood-in = 記憶済みデバイスでログイン
event-device-forgotten = デバイスの記憶を解除
event-device-copied = 記憶済みデバイスのコピーが使われたため、記憶を解除
event-session-signed-out = ログアウト
event-credentials-changed = パスワードまたはアドレスを変更
event-requirement-began = ルールにより2要素認証が必須に
event-requirement-put-off = 有効化を延期
event-requirement-required = このユーザーの2要素認証を必須に変更
event-requirement-released = 必須から除外
event-requirement-exempted = 一定期間免除
event-requirement-left-to-rules = ルールに従う状態に復帰
event-administrator-reset = リセット：設定されていたものをすべて削除
event-administrator-disabled-on-behalf = このユーザーに代わって2要素認証を無効化
event-rule-added = ルールを追加
event-rule-removed = ルールを削除
event-code-sent = メールでコードを送信
event-confirmation-sent = アドレス確認用のリンクを送信
event-address-confirmed = アドレスを確認
event-message-not-delivered = メッセージが送信されなかった可能性あり
event-confirmations-begun = 一覧の全員にアドレス確認用のリンクを送信
event-subject-renamed = ユーザーのキーを変更
event-subject-removed = アプリケーションにより削除

event-method-totp = 認証アプリ
event-method-recovery = 復旧コード
event-method-email = メールで届くコード
event-until = { $until } まで
event-left = 残り{ $count }
event-lost = { $what }：送信できませんでした
event-unsure = { $what }：送信できたかどうか不明です
event-what-code = コード
event-what-confirmation = 確認用のリンク

event-everybody = 全員
event-by = 実行者：{ $who }
