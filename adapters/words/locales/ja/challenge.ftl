### The page that asks for a code.

challenge-title = コードを入力
challenge-title-recovery = 復旧コードを入力
challenge-title-step-up = ご本人の確認

challenge-step-up = 次の操作は重要なため、ログイン済みでも新しいコードの入力が必要です。
challenge-on-trial = お使いのアプリは、メールで届いたコードを使って追加されました。安全のため、この操作に使えるのは { $until } からです。

challenge-recovery = 復旧コードは、{ $issuer } で2要素認証を有効にしたときに保存したコードです。まだ使っていないものを1つ入力してください。各コードは1回だけ使えます。
challenge-app = 認証アプリを開き、<strong>{ $issuer }</strong> の<span class="cs-nowrap">{ $digits }桁のコード</span>を入力してください。
challenge-app-named = 認証アプリ（「{ $name }」）を開き、<strong>{ $issuer }</strong> の<span class="cs-nowrap">{ $digits }桁のコード</span>を入力してください。

challenge-wait = <strong>間違ったコードが何度も入力されました。</strong>{ $until } になったら、もう一度お試しください。
challenge-wait-three = ご本人であれば、正しいコードを3回続けて（毎回新しいコードで）入力することでもログインできます。
challenge-wait-over = 待ち時間が終わりました。もう一度お試しください。

challenge-code-label = { $digits }桁のコード
challenge-code-hint = コードは頻繁に変わります。アプリに今表示されているものを入力してください。
challenge-code-digits = { $digits }桁の数字
challenge-recovery-label = 復旧コード
challenge-recovery-hint = 25文字の英数字です。ハイフンや空白は、あってもなくてもかまいません。小文字でも入力できます。

challenge-code-wrong = コードが正しくありません。スマートフォンの時刻が自動設定になっているか確認してから、アプリに今表示されているコードを入力してください。
challenge-code-spent = そのコードはすでに使われています。次のコードが表示されるまでお待ちください。
challenge-code-malformed = アプリに表示されている{ $digits }桁の数字だけを入力してください。
challenge-recovery-wrong = 復旧コードが正しくないか、すでに使われています。1文字ずつ確認してください。以前に発行された古い復旧コードは使えません。
challenge-recovery-spent = その復旧コードはすでに使われています。別の復旧コードを入力してください。
challenge-recovery-malformed = 復旧コードは、5文字ずつ5組、合計25文字の英数字です。抜けている文字がないか確認してください。
challenge-unavailable = その方法ではログインできません。こちらの方法を使ってください。
challenge-tries-left =
    { $count ->
       *[other] あと{ $count }回入力できます。
    }

challenge-remember = このデバイスを{ $period }記憶する
challenge-remember-hint = ほかの人が使わないデバイスでのみ選んでください。この期間が過ぎるまで、このデバイスではコードを求められません。

challenge-continue = 続ける
challenge-confirm = 確認

challenge-other = 別の方法を試す
challenge-use-recovery = 復旧コードを使う
challenge-use-app = 認証アプリを使う
challenge-lost-codes = 復旧コードがなく、認証アプリも使えない場合：
challenge-lost-both = スマートフォンも復旧コードも紛失した場合：
challenge-lost-phone = スマートフォンを紛失した場合：
challenge-help = { $issuer } の管理者に相談してください。管理者が2要素認証をリセットできます。

challenge-problem = コードは受け付けられませんでした
challenge-problem-malformed = コードの形式が正しくありません。
challenge-problem-unavailable = その方法は使えません。
challenge-problem-wrong = コードが正しくありません。
challenge-problem-spent = そのコードはすでに使われています。
challenge-problem-wait = 間違ったコードが何度も入力されました。しばらくしてからお試しください。
